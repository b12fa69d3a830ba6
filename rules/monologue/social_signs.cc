#include "rules/monologue/social_signs.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

enum class Sign : uint8_t { thanks, asks };
constexpr std::array<std::string_view, 2> kCategories = {"thanks", "asks"};

/// Links of an article that are looked at; more say nothing new.
constexpr size_t kMostHosts = 32;
constexpr size_t kFewestLinks = 5;  // posts with a link
constexpr double kHouseShare = 0.8;

constexpr auto kSharedHosts = [] {
  WordTable<256> table;
  table.add(
      "youtube.com youtu.be vimeo.com twitch.tv tiktok.com twitter.com x.com t.co facebook.com "
      "fb.me instagram.com linkedin.com lnkd.in threads.net bsky.app mastodon.social reddit.com "
      "github.com gitlab.com codeberg.org gist.github.com "
      "medium.com dev.to substack.com wordpress.com tumblr.com blogspot.com wikipedia.org "
      "en.wikipedia.org de.wikipedia.org es.wikipedia.org fr.wikipedia.org pt.wikipedia.org "
      "ru.wikipedia.org amazon.com amzn.to etsy.com eventbrite.com meetup.com spotify.com "
      "open.spotify.com soundcloud.com podcasts.apple.com apple.co google.com docs.google.com "
      "drive.google.com goo.gl g.co maps.google.com forms.gle bit.ly tinyurl.com ow.ly buff.ly "
      "is.gd tr.im cli.gs j.mp lnk.to linktr.ee zurl.co slideshare.net speakerdeck.com flickr.com "
      "flic.kr imgur.com pinterest.com telegram.me t.me discord.gg discord.com "
      "news.ycombinator.com nytimes.com theguardian.com arxiv.org doi.org stackoverflow.com",
      1);
  return table;
}();

bool ends_with_domain(std::string_view host, std::string_view domain) {
  if (!host.ends_with(domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

/// "example.com" of "https://www.example.com:80/path"; empty for a path, an e-mail address, an
/// anchor.
std::string host_of(std::string_view url) {
  const size_t scheme = url.find("//");
  if (scheme != std::string_view::npos && scheme <= 8) {
    url.remove_prefix(scheme + 2);
  } else if (url.find(':') < url.find('/')) {
    return {};  // mailto:, tel:
  }
  std::string_view host = url.substr(0, url.find_first_of("/?#:"));
  const bool address = host.find('.') != std::string_view::npos && !host.starts_with('.');
  if (!address || host.find('@') != std::string_view::npos) return {};
  std::string folded = fold_word(host);
  if (folded.starts_with("www.")) folded.erase(0, 4);
  return folded;
}

bool asks_question(const Post& post) {
  if (post.text().find('?') == std::string_view::npos &&
      post.text().find("\uFF1F") == std::string_view::npos) {
    return false;
  }
  size_t next = 0;
  for (const Sentence& sentence : post.segments.sentences) {
    if (sentence.end != SentenceEnd::question) continue;
    while (next < post.quotations.size() && post.quotations[next].last_token < sentence.last) {
      ++next;
    }
    const bool quoted = next < post.quotations.size() &&
                        post.quotations[next].first_token <= sentence.first &&
                        post.quotations[next].last_token >= sentence.last;
    if (!quoted) return true;
  }
  return false;
}

bool credits_quotation(const Post& post) {
  return std::any_of(post.quotations.begin(), post.quotations.end(),
                     [](const Quotation& quotation) { return quotation.attributed; });
}

}  // namespace

SocialSigns::SocialSigns(const RuleContext& context)
    : lexicon_(context.phrases->use("monologue", kCategories, LanguageSet::all())) {
  for (const std::string& name : context.self) {
    std::string folded = fold_word(name);
    if (folded.starts_with('@')) folded.erase(0, 1);
    own_names_.push_back(std::move(folded));
  }
}

bool SocialSigns::is_own_host(std::string_view host) const {
  return std::any_of(own_names_.begin(), own_names_.end(), [&](const std::string& name) {
    return name.find('.') != std::string::npos && ends_with_domain(host, name);
  });
}

bool SocialSigns::mentions_others(const Post& post) const {
  for (const Token& token : post.tokens()) {
    if (token.kind != TokenKind::mention) continue;
    const std::string handle = fold_word(post.text(token.span).substr(1));
    if (std::find(own_names_.begin(), own_names_.end(), handle) == own_names_.end()) return true;
  }
  return false;
}

void SocialSigns::note_links(const Post& post, Facts& facts) const {
  std::vector<uint32_t> hosts;
  const auto add = [&](std::string_view url) {
    if (hosts.size() == kMostHosts) return;
    const std::string host = host_of(url);
    if (host.empty() || is_own_host(host)) return;
    const uint32_t hash = hash_word(host);
    if (std::find(hosts.begin(), hosts.end(), hash) == hosts.end()) hosts.push_back(hash);
  };
  for (const Link& link : post.document.links) {
    if (!link.image) add(link.url);
  }
  for (const Token& token : post.tokens()) {
    if (token.kind == TokenKind::url) add(post.text(token.span));
  }
  for (const PlacedText& link : post.metadata.links) add(link.value);
  std::sort(hosts.begin(), hosts.end());
  facts.link_hosts = HashList(hosts);
}

void SocialSigns::note(const Post& post, const PhraseMatches& phrases, Facts& facts) const {
  const bool turned = post.kind == PostKind::reply || post.kind == PostKind::repost;
  if (turned || post.engages || mentions_others(post)) facts.set(Trait::engagement);
  if (asks_question(post)) facts.set(Trait::question);
  if (credits_quotation(post)) facts.set(Trait::thanks);
  for (const PhraseMatch& match : phrases.of(lexicon_)) {
    facts.set(match.category == static_cast<uint8_t>(Sign::thanks) ? Trait::thanks
                                                                   : Trait::question);
  }
  note_links(post, facts);
}

uint32_t house_of(const Feed& feed) {
  std::unordered_map<uint32_t, size_t> counts;
  size_t with_link = 0;
  for (const Facts* post : feed.posts) {
    if (!post->link_hosts.empty()) ++with_link;
    for (const uint32_t host : post->link_hosts) {
      if (kSharedHosts.find(host) == 0) ++counts[host];
    }
  }
  if (with_link < kFewestLinks) return 0;
  uint32_t house = 0;
  size_t most = 0;
  for (const auto& [host, count] : counts) {
    if (count < most || (count == most && host > house)) continue;
    house = host;
    most = count;
  }
  return static_cast<double>(most) >= kHouseShare * static_cast<double>(with_link) ? house : 0;
}

bool turns_to_others(const Facts& facts, uint32_t house) {
  if (facts.has(Trait::question) || facts.has(Trait::thanks) || facts.has(Trait::engagement)) {
    return true;
  }
  const auto& hosts = facts.link_hosts;
  return std::any_of(hosts.begin(), hosts.end(), [&](uint32_t host) { return host != house; });
}

}  // namespace soiree
