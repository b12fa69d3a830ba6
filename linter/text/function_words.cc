#include "linter/text/function_words.h"

#include <string_view>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

constexpr uint32_t bit(Voter voter) { return 1U << static_cast<unsigned>(voter); }

using Table = WordTable<4096>;

constexpr void add_english(Table& table) {
  table.add(
      "the be to of and a in that have i it for not on with he as you do at this but his by from "
      "they we say her she or an will my one all would there their what so up out if about who get "
      "which go me when make can like time no just him know take people into year your good some "
      "could them see other than then now look only come its over think also back after use two "
      "how "
      "our work first well way even new want because any these give day most us is are was were "
      "been "
      "has had did does am i'm i've i'd i'll it's don't didn't doesn't can't isn't won't you're "
      "that's there's we're let's im dont cant today every very more much here where why off again "
      "down never always being got getting going having still before between through should really "
      "last next best great love happy thanks tonight morning night birthday with my too few many "
      "something everyone those same while during without since own under until however though "
      "another whole made makes",
      bit(Voter::en));
}

constexpr void add_romance(Table& table) {
  table.add(
      "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le "
      "ya "
      "o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde "
      "todo "
      "nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué "
      "unos "
      "yo otro otras otra él tanto esa estos mucho quienes nada muchos cual poco ella estar estas "
      "algunas algo nosotros mi mis tú te ti tu tus son está están fue ser si puede hace hacer "
      "años "
      "aquí ahora así pues solo cada vez bien eres somos gracias hoy tiene tengo estoy era",
      bit(Voter::es));
  table.add(
      "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele "
      "das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela "
      "entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa "
      "num "
      "nem suas meu às minha têm numa pelos elas havia seja qual será nós lhe este dele tu te "
      "vocês "
      "fazer pode são aqui então onde assim porque ainda sobre todos tudo bem hoje obrigado vai "
      "cada "
      "uns umas esta isto aquele ano anos agora são",
      bit(Voter::pt));
  table.add(
      "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il "
      "sont "
      "je avec ou son si tout nous vous mais comme on cette ses aux leur sans même ont été être "
      "fait "
      "aussi ces elle y où très peut bien entre deux après encore c'est n'est j'ai qu'il d'un "
      "d'une "
      "qu'on l'on quand donc alors car peu lui moi toi mon ma mes ton ta tes notre votre nos vos "
      "cela ça depuis sous vers chez contre avant ici toujours jamais faire avoir était suis avez "
      "avons merci aujourd'hui s'est qu'elle n'a quelques chaque tous toutes",
      bit(Voter::fr));
  table.add(
      "di e il la che in a per un è del non sono le si con i da della una dei nel al come più ma "
      "lo "
      "ha gli anche alla ho delle se o su questo dal cui tra essere ci nella degli sul questa "
      "quando "
      "molto stato loro mi suo sua dopo fare sia solo perché cosa dove tutti tutto ai quello "
      "ancora senza poi noi fra io così nelle sulla ogni alle dalla agli proprio oggi grazie",
      bit(Voter::it));
  table.add(
      "de la que i el en a els per les un amb una és del al no es ha com més són dels aquest "
      "aquesta "
      "però també seva seu pel fer va ser quan o si on pot molt entre sense sobre això l'any tot",
      bit(Voter::ca));
  table.add(
      "și de în la cu a pe din nu că o un pentru este mai care sunt se al ce fi au prin fost sau "
      "ca "
      "dar lui după când cum foarte am îi le această acest era până între fără toate tot iar",
      bit(Voter::ro));
}

constexpr void add_germanic(Table& table) {
  table.add(
      "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
      "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum "
      "war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich du wir ihr mich mir "
      "mein meine dein unser kann wenn hier alle alles dann schon jetzt was wer wo warum weil "
      "eines "
      "ihre seine ihrer sehr immer wieder keine kein habe hatte heute diese dieser dieses ja nein "
      "doch mal beim vom ab unter gegen ohne zwischen etwas uns euch danke",
      bit(Voter::de));
  table.add(
      "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit "
      "nog door wordt naar heeft hij ze ik je we was wat over kan geen worden tot deze meer dit "
      "die "
      "hebben wel zo mijn al zou moet veel hun nu waar als haar onder kunnen jij jullie ons wij "
      "alleen omdat toen toch iets",
      bit(Voter::nl));
  table.add(
      "och i att det som en på är av för med den till inte om har de ett jag var men sig från vi "
      "så "
      "kan när man nu eller hade än efter upp vid ut under också mig här skulle bara hur han hon "
      "då "
      "där vad mycket alla dig din mina detta blev varit ska",
      bit(Voter::sv));
  table.add(
      "og i at det er en til af på for de som med der den ikke et har jeg om var fra vi så kan men "
      "man eller være ved nu efter også mig hvor når skal hvad blev deres mange havde under ud op "
      "du "
      "han hun denne bare meget norsk etter ble mer noe hva hvis vil",
      bit(Voter::da));
}

constexpr void add_other_latin(Table& table) {
  table.add(
      "w i na z do się nie to że jest o jak a po od za co dla przez ale tym ten być ma tego może "
      "są "
      "oraz już tylko jego czy które który która przy pod bardzo tak był było jej lub ich nad mnie "
      "gdy także sobie te kiedy można jako bez jeszcze mam więc będzie",
      bit(Voter::pl));
  table.add(
      "a v se na je že s z do o to i jako za by ale pro po si ve tak jsou od které který která při "
      "už jen co nebo být jeho není bylo byl až než mezi má také však jsem když podle před této "
      "může "
      "ke což roku",
      bit(Voter::cs));
  table.add(
      "ve bir bu için ile de da çok olarak daha olan gibi en kadar ne o var sonra ama her ya ben "
      "biz "
      "sen mi mı değil yeni ise olduğu ilk iki göre tarafından şey bana beni benim şu veya hem "
      "içinde "
      "üzerinde zaman eğer nasıl diye şimdi bütün yok oldu bile sürümü",
      bit(Voter::tr));
  table.add(
      "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut "
      "bisa "
      "ada mereka lebih kata tahun sudah atau saat oleh menjadi orang ia telah adalah seperti "
      "sebagai "
      "bahwa dapat para harus namun kita dua satu masih hari hanya anda kami aku kamu gak nggak "
      "sampe juga banget lagi aja belum jika kalau",
      bit(Voter::id));
  table.add(
      "và của là có được cho các một không những trong với này để đã người khi từ đến như đó về "
      "tại "
      "ra vào cũng nhiều bạn tôi sẽ phải trên nhưng làm rằng thì lại hơn theo đang hay chúng nếu "
      "nó "
      "chỉ còn vì rất bởi",
      bit(Voter::vi));
  table.add(
      "ja on ei että se oli hän mutta ovat kuin myös kun joka mukaan niin tai sen jos ole nyt vain "
      "minä sinä tämä siitä mitä olen voi hyvin kanssa jo vielä ennen",
      bit(Voter::fi));
  table.add(
      "a az és hogy nem is egy ez azt meg ha csak van de már még volt mint el kell ezt vagy ki le "
      "fel "
      "nagyon majd lehet én te ő mi ti ők ami aki miatt után",
      bit(Voter::hu));
}

constexpr void add_cyrillic(Table& table) {
  table.add(
      "и в не на что я с он как это по но из у за то все так его от к о для же бы до вы мы при "
      "только её или ещё если когда уже ни быть был была было были есть мне меня ты она они их "
      "чтобы "
      "где там этот эта эти этого который которые которая чем под очень можно нет да себя тоже со "
      "после над через без ли них него во раз может будет нужно также просто здесь сегодня потому "
      "сейчас всё",
      bit(Voter::ru));
  table.add(
      "і в не на що я з він як це по але із у за то все так його від до для же б ви ми при тільки "
      "її "
      "або ще якщо коли вже ні бути був була було були є мені мене ти вона вони їх щоб де там цей "
      "ця "
      "ці який які яка та також після через без й під між про",
      bit(Voter::uk));
  table.add(
      "и на да се в за от с са по не е като до си това при че но или му те той което които който "
      "има "
      "след още към може само както ще бъде беше във със една един тази този които ние вие аз тук "
      "също през между без преди",
      bit(Voter::bg));
  table.add(
      "и у је да на се за су од са не што то као или али из по о који која које би ће није бити "
      "био "
      "само када ово још због између после све може",
      bit(Voter::sr));
}

constexpr Table kTable = [] {
  Table table;
  add_english(table);
  add_romance(table);
  add_germanic(table);
  add_other_latin(table);
  add_cyrillic(table);
  return table;
}();

}  // namespace

uint32_t function_word_languages(uint32_t hash) { return kTable.find(hash); }

bool has_function_words(Language language) {
  switch (language) {
    case Language::en:
    case Language::es:
    case Language::pt:
    case Language::fr:
    case Language::de:
    case Language::ru:
      return true;
    default:
      return false;
  }
}

}  // namespace soiree
