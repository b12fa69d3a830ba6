#ifndef SOIREE_POST_REPOSTS_H_
#define SOIREE_POST_REPOSTS_H_

#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// For short posts: what somebody else wrote without quotation marks around it. Appends "RT @user
/// ..." and "MT @user ..." to the end of the post, the whole post when it is marked #repost,
/// "repost from" or opens with a quotation mark and ends in "via @user", and a whole post that ends
/// in a name ("Stay hungry. - Steve Jobs").
void find_reposts(const Post& post, std::vector<Quotation>& found);

}  // namespace soiree

#endif  // SOIREE_POST_REPOSTS_H_
