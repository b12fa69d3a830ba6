#include "tests/bench/posts.h"

#include <fmt/format.h>

#include <cstddef>
#include <iterator>
#include <string_view>

namespace soiree {
namespace {

constexpr std::string_view kSubjects[] = {
    "the baker",         "our neighbour",      "a reader from Leeds", "the library",
    "my sister",         "the night shift",    "the choir",           "every gardener",
    "the new oven",      "the committee",      "the ferry",           "an old friend",
    "the council",       "the teacher",        "the second batch",    "your landlord",
    "the kitchen table", "the smallest child", "the repair shop",     "nobody here",
};
constexpr std::string_view kVerbs[] = {
    "remembers",  "wrote about", "asked for",  "repaired",    "never liked", "brought back",
    "explains",   "counted",     "planned",    "cannot find", "measured",    "gave away",
    "discovered", "is painting", "waited for", "understands", "described",   "lost",
};
constexpr std::string_view kObjects[] = {
    "the rye starter",      "a map of the harbour", "three broken chairs",
    "the first version",    "last year's figures",  "the recipe you sent",
    "a letter from 1974",   "the slow train",       "the noise in the pipe",
    "twelve jars of honey", "the question",         "the path by the river",
    "a cheaper way",        "the photographs",      "the rules of the game",
    "the empty shop",
};
constexpr std::string_view kTails[] = {
    "before the rain came",    "with more patience than we had", "on a Tuesday in March",
    "because someone had to",  "although it's hardly worth it",  "and you can hear it",
    "after the market closed", "without telling anyone",         "as she'd promised in May",
    "for about 40 minutes",    "in the hope of a better answer", "at the edge of the town",
};
constexpr std::string_view kNames[] = {"Ada Palmer", "J. Okafor", "Mira Lindt",
                                       "Tom\xC3\xA1s Ruiz"};

/// The same sequence on every machine (an LCG with the constants of PCG).
class Dice {
 public:
  explicit Dice(uint32_t seed) : state_(seed * 2654435769U + 97U) { roll(2); }

  uint32_t roll(uint32_t sides) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<uint32_t>((state_ >> 33U) % sides);
  }
  template <size_t N>
  std::string_view pick(const std::string_view (&choices)[N]) {
    return choices[roll(N)];
  }

 private:
  uint64_t state_;
};

std::string clause(Dice& dice) {
  return fmt::format("{} {} {}", dice.pick(kSubjects), dice.pick(kVerbs), dice.pick(kObjects));
}

std::string sentence(Dice& dice) {
  std::string text;
  switch (dice.roll(12)) {
    case 0:
      text = fmt::format("I think {}, and I would say so again.", clause(dice));
      break;
    case 1:
      text = fmt::format("Have you ever wondered why {}?", clause(dice));
      break;
    case 2:
      text = fmt::format("See [{}](https://example.org/{}/{}) for how {}.", dice.pick(kObjects),
                         dice.roll(90), dice.roll(9000), clause(dice));
      break;
    case 3:
      text = fmt::format("\"{},\" said {}, \"{}.\"", clause(dice), dice.pick(kNames), clause(dice));
      break;
    case 4:
      text = fmt::format("That is *{}*, or **{}** if you like; {}.", dice.pick(kObjects),
                         dice.pick(kObjects), clause(dice));
      break;
    case 5:
      text = fmt::format("Call `count({})` once {}.", dice.roll(500), clause(dice));
      break;
    default:
      text = fmt::format("{}{} {}.", clause(dice), dice.roll(2) == 0 ? "," : "", dice.pick(kTails));
  }
  if (text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
  return text;
}

/// Sentences, broken into lines as people's editors do, each line after `prefix`.
void append_paragraph(std::string& post, Dice& dice, uint32_t sentences, std::string_view prefix) {
  constexpr size_t kWidth = 88;
  std::string line(prefix);
  for (uint32_t i = 0; i < sentences; ++i) {
    if (line.size() > prefix.size()) line += ' ';
    line += sentence(dice);
    while (line.size() > kWidth) {
      const size_t blank = line.rfind(' ', kWidth);
      if (blank == std::string::npos || blank <= prefix.size()) break;
      post.append(line, 0, blank);
      post += '\n';
      line.replace(0, blank + 1, prefix);
    }
  }
  post += line;
  post += '\n';
}

void append_block(std::string& post, Dice& dice) {
  auto sink = std::back_inserter(post);
  switch (dice.roll(9)) {
    case 0:
      fmt::format_to(sink, "## How {}\n", clause(dice));
      break;
    case 1:
      for (uint32_t i = 0; i < 4; ++i) {
        fmt::format_to(sink, "- {}\n", sentence(dice));
        if (i == 2) fmt::format_to(sink, "  - [x] {}\n", sentence(dice));
      }
      break;
    case 2:
      append_paragraph(post, dice, 2, "> ");
      fmt::format_to(sink, ">\n> -- {}\n", dice.pick(kNames));
      break;
    case 3:
      if (dice.roll(2) == 0) {
        fmt::format_to(sink, "```python\nfor crumb in range({}):\n    print(crumb)\n```\n",
                       dice.roll(90));
      } else {
        fmt::format_to(sink, "| what | how many |\n|---|---:|\n| {} | {} |\n| {} | {} |\n",
                       dice.pick(kObjects), dice.roll(90), dice.pick(kObjects), dice.roll(900));
      }
      break;
    default:
      append_paragraph(post, dice, 2 + dice.roll(5), "");
  }
  post += '\n';
}

}  // namespace

std::string generate_post(uint32_t number) {
  constexpr size_t kSize = 5000;
  Dice dice(number);
  std::string post = fmt::format(
      "---\ntitle: \"Why {}\"\ndate: {}-{:02}-{:02}T{:02}:{:02}:00Z\n"
      "description: {}\ntags: [bread, letters, week-{}]\n---\n\n",
      clause(dice), 2010 + dice.roll(16), 1 + dice.roll(12), 1 + dice.roll(28), dice.roll(24),
      dice.roll(60), clause(dice), dice.roll(53));
  while (post.size() < kSize) append_block(post, dice);
  return post;
}

}  // namespace soiree
