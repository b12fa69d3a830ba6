#include "linter/parse/schedule_keys.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace soiree {
namespace {

using Table = std::unordered_map<std::string_view, KeyRole>;

Table make_table() {
  Table table;
  const auto add = [&table](KeyRole role, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) table.emplace(key, role);
  };
  add(KeyRole::text, {"text", "caption", "tweet", "toot", "skeet", "texto", "legenda", "posttext",
                      "tweettext", "texte"});
  add(KeyRole::weak_text, {"content", "body", "message", "copy", "post", "contenido", "conteudo",
                           "mensaje", "mensagem", "inhalt", "nachricht"});
  add(KeyRole::words, {"headline", "question", "calltoaction", "cta", "description", "hook"});
  add(KeyRole::thread, {"thread", "parts", "threadparts"});
  add(KeyRole::title, {"title", "titulo", "titel", "titre", "subject", "name"});
  add(KeyRole::id, {"id", "postid", "slug", "uid", "key"});
  add(KeyRole::moment, {"at", "publishat", "scheduledat", "scheduleat", "scheduledfor", "postat",
                        "sendat", "publishon", "datetime", "when", "runat", "scheduleddatetime"});
  add(KeyRole::date, {"date", "scheduleddate", "scheduledate", "publishdate", "postdate", "fecha",
                      "senddate", "datum"});
  add(KeyRole::clock,
      {"time", "scheduledtime", "scheduletime", "publishtime", "posttime", "sendtime", "slot"});
  add(KeyRole::hour, {"hour", "hora", "heure", "uhrzeit", "stunde"});
  add(KeyRole::minute, {"minute", "minuto", "minuten"});
  add(KeyRole::past, {"publishedat", "postedat", "sentat"});
  add(KeyRole::day, {"day"});
  add(KeyRole::month, {"month"});
  add(KeyRole::year, {"year"});
  add(KeyRole::zone, {"timezone", "tz", "zone", "zonahoraria", "zeitzone"});
  add(KeyRole::channel,
      {"channel", "channels", "platform", "platforms", "network", "networks", "canal", "canales",
       "plataforma", "plataformas", "socialnetwork", "socialnetworks"});
  add(KeyRole::to, {"to"});
  add(KeyRole::account, {"account", "accounts", "profile", "from", "cuenta", "conta"});
  add(KeyRole::author, {"author", "persona", "character", "by", "autor"});
  add(KeyRole::kind, {"kind", "type", "posttype"});
  add(KeyRole::recipient, {"recipient", "recipients", "sendto", "username", "handle"});
  add(KeyRole::hashtags, {"hashtags", "hashtag", "tags"});
  add(KeyRole::link, {"url", "link", "links", "linkinbio", "permalink"});
  add(KeyRole::media, {"media", "image", "images", "video", "photo", "photos", "file", "slides",
                       "attachments", "gif"});
  add(KeyRole::location, {"location", "place", "checkin", "venue", "ubicacion"});
  add(KeyRole::status, {"status", "state", "estado"});
  add(KeyRole::draft, {"draft", "borrador"});
  add(KeyRole::variables, {"variables", "placeholders", "mergefields", "mergetags"});
  add(KeyRole::reply, {"reply", "replyto", "inreplyto", "inreplytoid", "inreplytostatusid"});
  add(KeyRole::repost, {"retweet", "repost", "boost", "retweetof", "repostof"});
  add(KeyRole::defaults, {"defaults", "default", "common", "settings", "config"});
  add(KeyRole::container, {"items", "queue", "schedule", "calendar", "messages", "entries",
                           "scheduled", "drafts", "announcements", "days", "weeks"});
  add(KeyRole::social_container,
      {"posts", "tweets", "toots", "skeets", "statuses", "socialposts", "publicaciones"});
  add(KeyRole::direct_container, {"dms", "directmessages"});
  add(KeyRole::structure,
      {"postformat", "scheduling", "details", "publish", "publishing", "meta", "poll", "timing"});
  add(KeyRole::foreign, {"version", "role", "price", "sku", "rating", "cron", "interval", "uses",
                         "run", "command", "cmd", "task", "package", "changes"});
  return table;
}

}  // namespace

std::string plain_key(std::string_view key) {
  std::string plain;
  plain.reserve(key.size());
  for (const char c : key) {
    if (c == '_' || c == '-' || c == ' ' || c == ':' || c == '.') continue;
    plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
  }
  return plain;
}

KeyRole key_role(std::string_view plain) {
  static const Table table = make_table();
  const auto found = table.find(plain);
  return found == table.end() ? KeyRole::none : found->second;
}

bool is_unsent_status(std::string_view plain) {
  static const std::unordered_set<std::string_view> words{"draft",    "idea",     "borrador",
                                                          "rascunho", "entwurf",  "cancelled",
                                                          "canceled", "rejected", "archived"};
  return words.count(plain) > 0;
}

bool is_channel_name(std::string_view plain) {
  static const std::unordered_set<std::string_view> names{
      "x",        "twitter",   "linkedin", "mastodon", "bluesky",  "bsky",     "facebook",
      "fb",       "instagram", "ig",       "insta",    "threads",  "tiktok",   "youtube",
      "telegram", "reddit",    "nostr",    "discord",  "slack",    "whatsapp", "weibo",
      "tumblr",   "pinterest", "xing",     "vk",       "misskey",  "lemmy",    "pixelfed",
      "snapchat", "fediverse", "devto",    "substack", "farcaster"};
  return names.count(plain) > 0;
}

}  // namespace soiree
