#ifndef SOIREE_PARSE_SCHEDULE_PATH_H_
#define SOIREE_PARSE_SCHEDULE_PATH_H_

#include <string_view>

namespace soiree {

/// What a path says about the posts in its file. Only the names of the file and of the folders
/// right above it count, so an absolute path gives the same answer wherever a site lies; a relative
/// one may lack a folder.

/// True when the file's name speaks of posts (`tweets.yml`), or its folder is one for posts
/// (`social/queue.yaml`).
bool is_post_path(std::string_view path);
/// True when the file's name says that it is a collection of posts (`my_tweets.yml`).
bool is_named_for_posts(std::string_view path);
/// True for the data files of site generators (`data/news.yaml`, `data/en/quotes.yml`,
/// `_data/shop/prices.yml`) whose name says nothing of posts or schedules.
bool is_site_data_path(std::string_view path);
/// True for a file named by a language and nothing else, as the words of an interface are
/// (`en.json`, `pt-BR.yml`).
bool is_language_path(std::string_view path);
/// True for `en`, `pt-BR`, `zh_Hant` by their shape.
bool has_language_shape(std::string_view tag);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_PATH_H_
