#ifndef SOIREE_POST_MESSAGE_TEMPLATES_H_
#define SOIREE_POST_MESSAGE_TEMPLATES_H_

#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// The direct messages of a Markdown page that collects templates for them ("Outreach DM
/// templates"): each block quote is one; in a section without block quotes whose heading speaks of
/// a template or message, its paragraphs are one. Empty when `page` is no such page. `page` has its
/// document read and is not segmented yet; neither are the messages.
std::vector<Post> read_message_templates(const Post& page);

}  // namespace soiree

#endif  // SOIREE_POST_MESSAGE_TEMPLATES_H_
