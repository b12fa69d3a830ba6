#ifndef SOIREE_PARSE_POST_META_H_
#define SOIREE_PARSE_POST_META_H_

#include <optional>
#include <string_view>
#include <vector>

#include "linter/parse/dates.h"
#include "linter/parse/front_matter.h"
#include "linter/parse/placed_text.h"
#include "linter/parse/problem.h"
#include "linter/parse/schedule.h"

namespace soiree {

/// What a post says about itself. Texts that are not there are empty.
struct PostMeta {
  PlacedText title;
  PlacedText description;
  PlacedText summary;
  PlacedText excerpt;
  PlacedText language;  ///< as written ("pt-BR"); from `lang`, `language` or `locale`
  PlacedText location;
  PlacedText status;
  PlacedText date;  ///< the text `moment` was read from; empty when it came from the path
  /// From the first date key that can be read, else from the path, else from a path or address in
  /// the front matter. A post with channels has the keys of schedules (`at`, `scheduled_at`), too.
  std::optional<Moment> moment;
  bool moment_from_front_matter = false;
  /// `draft: true`, `published: false`, or a status such as "draft" or "hidden"; with channels also
  /// those of schedules, such as "cancelled".
  bool draft = false;
  std::vector<PlacedText> authors;
  std::vector<PlacedText> tags;            ///< tags, keywords and categories
  std::vector<PlacedText> channels;        ///< names of networks the post goes to
  ScheduleKind kind = ScheduleKind::post;  ///< of a post with channels
  PlacedText recipient;                    ///< of a direct message
  std::vector<PlacedText> disabled_rules;  ///< of `soiree: {disable: [RULE]}`
  std::vector<Problem> problems;           ///< dates and `soiree:` entries that cannot be read
};

/// Reads the meta data of a post. `path` is used for the date only.
PostMeta read_post_meta(const FrontMatter& front_matter, std::string_view path);

/// True for a key of prose_fields.
bool is_prose_key(std::string_view key);

/// The fields that readers see as prose: title, subtitle, description, summary, excerpt, also below
/// `seo`. In source order; they point into `front_matter`.
std::vector<const Field*> prose_fields(const FrontMatter& front_matter);

}  // namespace soiree

#endif  // SOIREE_PARSE_POST_META_H_
