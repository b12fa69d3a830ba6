#include "rules/unfilled-placeholder/field_names.h"

#include <array>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

constexpr size_t kLongestField = 48;

constexpr uint32_t bits_of(FieldName name) { return 1U + static_cast<uint32_t>(name); }

constexpr auto kFields = [] {
  WordTable<512> table;
  table.add(
      "name names firstname lastname fullname fname lname surname username handle nickname "
      "firstnamelastname nameteam namehandle nombre nome vorname nachname prénom prenom имя "
      "фамилия "
      "twitterhandle instagramhandle linkedinhandle "
      "company companyname business businessname brand brandname organization organisation "
      "organizationname organisationname employer agency agencyname startup startupname shopname "
      "storename restaurantname schoolname teamname firm firmname companyorbusiness empresa "
      "orgname org",
      bits_of(FieldName::person));
  table.add(
      "link links url website websiteurl websitelink bloglink articlelink videolink calendarlink "
      "calendlylink bookinglink bookingurl signuplink registrationlink registrationurl ticketlink "
      "zoomlink productlink affiliatelink landingpage landingpagelink landingpageurl referrallink "
      "enlace lien "
      "image photo picture screenshot gif chart graph diagram caption "
      "title jobtitle role position industry city town country location venue place topic product "
      "productname service servicename event eventname project projectname niche "
      "price amount discount percentage number code promocode discountcode couponcode email "
      "emailaddress phone phonenumber hashtag hashtags subject booktitle articletitle posttitle "
      "blogtitle podcastname episodetitle painpoint specificdetail compliment specificcompliment "
      "source citation reference cta calltoaction emoji emojis",
      bits_of(FieldName::thing));
  table.add(
      "date time day weekday month year hour datetime starttime endtime startdate enddate deadline "
      "now today tomorrow week quarter season count",
      bits_of(FieldName::calendar));
  table.add("todo tbd tbc tk tktk fixme xxx xx placeholder", bits_of(FieldName::reminder));
  return table;
}();

constexpr std::array<std::string_view, 31> kPrefixes = {
    "insert",       "add",       "enter",    "your",      "their",   "the",
    "his",          "her",       "my",       "a",         "contact", "recipients",
    "recipient",    "user",      "lead",     "prospect",  "client",  "customer",
    "member",       "candidate", "guest",    "speaker",   "person",  "subscriber",
    "sender",       "theirs",    "attendee", "recruiter", "manager", "owner",
    "hiringmanager"};
constexpr std::array<std::string_view, 3> kSuffixes = {"here", "goeshere", "tocome"};

FieldName look_up(std::string_view plain) {
  const uint32_t bits = kFields.find(hash_word(plain));
  return bits == 0 ? FieldName::none : static_cast<FieldName>(bits - 1);
}

}  // namespace

std::string plain_field(std::string_view name) {
  std::string letters;
  for (const char c : fold_word(name.substr(0, kLongestField))) {
    if (c == '|') break;
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || byte >= 0x80) letters.push_back(c);
  }
  return letters;
}

FieldName field_name(std::string_view plain) {
  for (const std::string_view suffix : kSuffixes) {
    if (plain.ends_with(suffix) && plain.size() > suffix.size()) {
      plain.remove_suffix(suffix.size());
      break;
    }
  }
  for (int stripped = 0; stripped < 4; ++stripped) {
    if (const FieldName known = look_up(plain); known != FieldName::none) return known;
    const std::string_view before = plain;
    for (const std::string_view prefix : kPrefixes) {
      if (!plain.starts_with(prefix) || plain.size() == prefix.size()) continue;
      plain.remove_prefix(prefix.size());
      break;
    }
    if (plain.size() == before.size()) break;
  }
  return FieldName::none;
}

}  // namespace soiree
