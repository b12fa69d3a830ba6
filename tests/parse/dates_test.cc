#include "linter/parse/dates.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "linter/parse/zones.h"

namespace soiree {
namespace {

// Seconds since 1970 of a UTC time, computed here by another route than the parser's.
int64_t utc(int year, unsigned month, unsigned day, int hour = 0, int minute = 0, int second = 0) {
  using std::chrono::year_month_day;
  const std::chrono::sys_days days =
      year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
  return int64_t{days.time_since_epoch().count()} * 86400 + hour * 3600 + minute * 60 + second;
}

std::string show(const std::optional<Moment>& moment) {
  if (!moment) return "nothing";
  return std::to_string(moment->unix_seconds) + " offset " +
         std::to_string(moment->utc_offset_seconds) + (moment->has_clock_time ? " clock" : "") +
         (moment->zone_known ? " zone" : "");
}

struct Case {
  const char* text;
  Moment moment;
};

// A post whose date is not understood drops out of its feed: cadence, flooding and duplicate rules
// would go quiet about it.
TEST(Dates, ReadsTheFormsPeopleWrite) {
  const Case cases[] = {
      {"2023-10-05", {utc(2023, 10, 5), 0, false, false}},
      {"2023-10-5", {utc(2023, 10, 5), 0, false, false}},
      {"'2023-10-05'", {utc(2023, 10, 5), 0, false, false}},
      {"2020-02-29", {utc(2020, 2, 29), 0, false, false}},
      {"1969-12-31", {utc(1969, 12, 31), 0, false, false}},
      {"0001-01-01", {utc(1, 1, 1), 0, false, false}},
      {"2023/10/5", {utc(2023, 10, 5), 0, false, false}},
      {"2023.10.05", {utc(2023, 10, 5), 0, false, false}},
      {"20231005", {utc(2023, 10, 5), 0, false, false}},
      {"20231005T143000Z", {utc(2023, 10, 5, 14, 30), 0, true, true}},
      {"202310051430", {utc(2023, 10, 5, 14, 30), 0, true, false}},
      {"2023年10月5日", {utc(2023, 10, 5), 0, false, false}},
      {"2023年10月5日 14:30", {utc(2023, 10, 5, 14, 30), 0, true, false}},
      {"2023-10-05T14:30:05Z", {utc(2023, 10, 5, 14, 30, 5), 0, true, true}},
      {"2023-10-05t14:30:05z", {utc(2023, 10, 5, 14, 30, 5), 0, true, true}},
      {"2023-10-05T14:30Z", {utc(2023, 10, 5, 14, 30), 0, true, true}},
      {"2019-11-27T20:33:39.584Z", {utc(2019, 11, 27, 20, 33, 39), 0, true, true}},
      {"2026-08-21T23:30:39.243202", {utc(2026, 8, 21, 23, 30, 39), 0, true, false}},
      {"2023-10-05T14:30:05+02:00", {utc(2023, 10, 5, 12, 30, 5), 7200, true, true}},
      {"2023-10-05 14:30:05 +0200", {utc(2023, 10, 5, 12, 30, 5), 7200, true, true}},
      {"2023-10-05 14:30:05 -0330", {utc(2023, 10, 5, 18, 0, 5), -12600, true, true}},
      {"2016-03-23 9:00:00 -4", {utc(2016, 3, 23, 13), -14400, true, true}},
      {"2017-04-09 21:00 -0500", {utc(2017, 4, 10, 2), -18000, true, true}},
      {"2020-06-18 16:59:11 UTC", {utc(2020, 6, 18, 16, 59, 11), 0, true, true}},
      {"2017-01-12 11:00", {utc(2017, 1, 12, 11), 0, true, false}},
      {"2024-11-18 15:04:11:57", {utc(2024, 11, 18, 15, 4, 11), 0, true, false}},
      {"2016:11:02 12:31:01", {utc(2016, 11, 2, 12, 31, 1), 0, true, false}},
      {"2023-10-05T24:00:00Z", {utc(2023, 10, 6), 0, true, true}},
      {"2016-12-31T23:59:60Z", {utc(2016, 12, 31, 23, 59, 59), 0, true, true}},
      {"Wed, 24 Aug 2022 08:00:39 GMT", {utc(2022, 8, 24, 8, 0, 39), 0, true, true}},
      {"Wed, 24 Aug 22 08:00 -0700", {utc(2022, 8, 24, 15), -25200, true, true}},
      {"Thu Oct  5 14:30:00 2023", {utc(2023, 10, 5, 14, 30), 0, true, false}},
      {"Thu Oct 5 14:30:00 2023 +0200", {utc(2023, 10, 5, 12, 30), 7200, true, true}},
      {"Thu Oct  5 14:30:00 UTC 2023", {utc(2023, 10, 5, 14, 30), 0, true, true}},
      {"Thu Oct 05 2023 14:30:00 GMT+0200 (Central European Summer Time)",
       {utc(2023, 10, 5, 12, 30), 7200, true, true}},
      {"Oct 5, 2023", {utc(2023, 10, 5), 0, false, false}},
      {"Mar 5, 2023", {utc(2023, 3, 5), 0, false, false}},
      {"October 5th, 2023 at 9:30 pm", {utc(2023, 10, 5, 21, 30), 0, true, false}},
      {"Oct. 5 2023, 12:05 a.m.", {utc(2023, 10, 5, 0, 5), 0, true, false}},
      {"5 October 2023", {utc(2023, 10, 5), 0, false, false}},
      {"5th of October, 2023", {utc(2023, 10, 5), 0, false, false}},
      {"05-Oct-2023", {utc(2023, 10, 5), 0, false, false}},
      {"2023-Oct-05", {utc(2023, 10, 5), 0, false, false}},
      {"5 de octubre de 2023", {utc(2023, 10, 5), 0, false, false}},
      {"5 de março de 2023", {utc(2023, 3, 5), 0, false, false}},
      {"1er août 2023", {utc(2023, 8, 1), 0, false, false}},
      {"5. März 2023 um 9 Uhr", {utc(2023, 3, 5, 9), 0, true, false}},
      {"5 октября 2023", {utc(2023, 10, 5), 0, false, false}},
      {"10/5/2023", {utc(2023, 10, 5), 0, false, false}},
      {"25/10/2023", {utc(2023, 10, 25), 0, false, false}},
      {"5.10.2023", {utc(2023, 10, 5), 0, false, false}},
      {"5.10.2023 21h30", {utc(2023, 10, 5, 21, 30), 0, true, false}},
      {"10/5/2023, 2:30:00\xE2\x80\xAFPM", {utc(2023, 10, 5, 14, 30), 0, true, false}},
      {"1696516200", {utc(2023, 10, 5, 14, 30), 0, true, true}},
      {"1696516200000", {utc(2023, 10, 5, 14, 30), 0, true, true}},
      {"2023-10-05 14:30 EST", {utc(2023, 10, 5, 19, 30), -18000, true, true}},
      {"2023-07-05 14:30 CET", {utc(2023, 7, 5, 13, 30), 3600, true, true}},
      {"2023-07-05 14:30 PT", {utc(2023, 7, 5, 21, 30), -25200, true, true}},
      {"2023-07-05T14:30+02:00[Europe/Berlin]", {utc(2023, 7, 5, 12, 30), 7200, true, true}},
      {"2023-07-05 14:30 Europe/Berlin", {utc(2023, 7, 5, 12, 30), 7200, true, true}},
  };
  if (!zoneinfo_available()) GTEST_SKIP() << "no zoneinfo: install tzdata";
  for (const Case& each : cases) {
    EXPECT_EQ(show(parse_moment(each.text)), show(each.moment)) << each.text;
  }
}

// A number or title taken for a date would put a post at a wrong place of its feed.
TEST(Dates, RefusesWhatIsNoDate) {
  for (const char* text : {"",
                           "   ",
                           "soon",
                           "2023",
                           "2023-10",
                           "2023-13-01",
                           "2023-02-29",
                           "2023-02-30",
                           "1900-02-29",
                           "2023-10-05-10",
                           "2023-10-051",
                           "32/10/2023",
                           "13/13/2023",
                           "0000-01-01",
                           "2023-10-05 25:00",
                           "2023-10-05 10:61",
                           "2023-10-05 10",
                           "Oct 2023",
                           "Oct 5",
                           "1.2.3",
                           "2023-10-05 10:00 Nowhere/City",
                           "2023-10-05 late",
                           "October",
                           "99999999",
                           "12345678",
                           "2023-10-05 13 am",
                           "\xFF\xFE",
                           "2023-10-05 10:00 localtime"}) {
    EXPECT_EQ(show(parse_moment(text)), "nothing") << text;
  }
  EXPECT_EQ(show(parse_moment(std::string(1000000, '1'))), "nothing");
  EXPECT_EQ(show(parse_moment("2023-10-05", std::string(1000000, ' '))),
            show(parse_moment("2023-10-05")));
}

// Schedules keep date and time apart; a lost time would make every post a midnight post.
TEST(Dates, SeparateClockTimes) {
  const auto at = [](const char* clock) { return show(parse_moment("2024-03-19", clock)); };
  const auto expected = [](int hour, int minute, int second = 0) {
    return show(Moment{utc(2024, 3, 19, hour, minute, second), 0, true, false});
  };
  EXPECT_EQ(at("10:00"), expected(10, 0));
  EXPECT_EQ(at("9am"), expected(9, 0));
  EXPECT_EQ(at("12 AM"), expected(0, 0));
  EXPECT_EQ(at("12pm"), expected(12, 0));
  EXPECT_EQ(at("9:15 p.m."), expected(21, 15));
  EXPECT_EQ(at("21h30"), expected(21, 30));
  EXPECT_EQ(at("21h"), expected(21, 0));
  EXPECT_EQ(at("600"), expected(10, 0));
  EXPECT_EQ(at("36000"), expected(10, 0));
  EXPECT_EQ(at("0930"), expected(9, 30));
  EXPECT_EQ(at("T09:30:01"), expected(9, 30, 1));
  EXPECT_EQ(at("15:04:11:57"), expected(15, 4, 11));
  EXPECT_EQ(at("noon"), expected(12, 0));
  EXPECT_EQ(at("10:00 EST"), show(Moment{utc(2024, 3, 19, 15), -18000, true, true}));
  EXPECT_EQ(at("evening"), show(parse_moment("2024-03-19")));
  EXPECT_EQ(show(parse_moment("2024-03-19 08:00", "10:00")),
            show(parse_moment("2024-03-19 08:00")));
  EXPECT_EQ(show(parse_moment("2024-03-19T00:00:00Z", "10:00")),
            show(parse_moment("2024-03-19T10:00:00Z")));
}

// YAML 1.1 has no number below 60 and none from 1440 to 3599 for a time of day.
TEST(Dates, ClockTimesWithoutASign) {
  const auto at = [](const char* clock) { return show(parse_moment("2024-03-19", clock)); };
  EXPECT_EQ(at("1730"), show(Moment{utc(2024, 3, 19, 17, 30), 0, true, false}));
  EXPECT_EQ(at("1050"), show(Moment{utc(2024, 3, 19, 17, 30), 0, true, false}));
  for (const char* none : {"18", "7", "1790", "2575"}) {
    EXPECT_EQ(at(none), show(parse_moment("2024-03-19"))) << none;
  }
}

TEST(Dates, OrderOfDayAndMonth) {
  const auto in = [](const char* date, DateOrder order) {
    return show(parse_moment(date, {}, {}, order));
  };
  EXPECT_EQ(in("6/3/2026", DateOrder::day_first), show(Moment{utc(2026, 3, 6), 0, false, false}));
  EXPECT_EQ(in("6.3.2026", DateOrder::month_first), show(Moment{utc(2026, 6, 3), 0, false, false}));
  EXPECT_EQ(in("2026/6/3", DateOrder::day_first), show(Moment{utc(2026, 6, 3), 0, false, false}));
  EXPECT_EQ(in("13/3/2026", DateOrder::month_first),
            show(Moment{utc(2026, 3, 13), 0, false, false}));
  for (const char* date : {"13/03/2026", "Fri 13.3.2026 10:00", " 31-12-2026"}) {
    EXPECT_EQ(order_of_date(date), DateOrder::day_first) << date;
  }
  EXPECT_EQ(order_of_date("03/13/2026 9am"), DateOrder::month_first);
  for (const char* date : {"12/11/2026", "2026-03-13", "13/13/2026", "31/02/2026", "", "13/3"}) {
    EXPECT_EQ(order_of_date(date), DateOrder::usual) << date;
  }
}

// The end of a span must not pass for a zone, nor an offset for the end of a span.
TEST(Dates, SpansOfHours) {
  const auto start = show(Moment{utc(2026, 3, 2, 9), 0, true, false});
  for (const char* date :
       {"2026-03-02 09:00-17:00", "2026-03-02 09:00-10:15", "2026-03-02 09:00 - 10:00",
        "2026-03-02 09:00–10:00", "2026-03-02 9:00 – 10:00"}) {
    EXPECT_EQ(show(parse_moment(date)), start) << date;
  }
  EXPECT_EQ(show(parse_moment("2026-03-02", "09:00-10:00")), start);
  EXPECT_EQ(show(parse_moment("2026-03-02 09:00-10:00", {}, "+01:00")),
            show(Moment{utc(2026, 3, 2, 8), 3600, true, true}));
  for (const char* date : {"2026-03-02 09:00-05:00", "2026-03-02T09:00-05:00",
                           "2026-03-02 09:00:00-05:00", "2026-03-02 09:00 -05:00"}) {
    EXPECT_EQ(show(parse_moment(date)), show(Moment{utc(2026, 3, 2, 14), -18000, true, true}))
        << date;
    EXPECT_EQ(show(parse_moment(date, {}, "+01:00")), show(parse_moment(date))) << date;
  }
  for (const char* date : {"2026-03-02 09:00-10:00", "2026-03-02T09:00-10:00"}) {
    EXPECT_EQ(show(parse_moment(date)), show(Moment{utc(2026, 3, 2, 19), -36000, true, true}))
        << date;
    EXPECT_EQ(show(parse_moment(date, {}, "-10:00")), show(parse_moment(date))) << date;
  }
}

TEST(Dates, AnOffsetOfTheOtherSeasonEndsASpan) {
  if (!zoneinfo_available()) GTEST_SKIP() << "no zoneinfo: install tzdata";
  const auto in = [](const char* date, DateOrder order = DateOrder::usual) {
    return show(parse_moment(date, {}, "America/Los_Angeles", order));
  };
  const auto summer = show(Moment{utc(2026, 7, 8, 14), -25200, true, true});
  EXPECT_EQ(in("2026-07-08 07:00-08:00"), summer);
  EXPECT_EQ(in("2026-07-08 06:00-07:00"), show(Moment{utc(2026, 7, 8, 13), -25200, true, true}));
  EXPECT_EQ(in("2026-01-08 07:00-08:00"), show(Moment{utc(2026, 1, 8, 15), -28800, true, true}));
  EXPECT_EQ(in("2026-01-08 06:00-07:00"), show(Moment{utc(2026, 1, 8, 14), -28800, true, true}));
  EXPECT_EQ(in("8/1/2026 07:00-08:00", DateOrder::day_first), in("2026-01-08 07:00-08:00"));
  EXPECT_EQ(in("8/7/2026 07:00-08:00", DateOrder::day_first), summer);
}

// A schedule's zone decides which posts are in the same hour; the wrong season is an hour off.
TEST(Dates, ZonesAndDaylightSaving) {
  if (!zoneinfo_available()) GTEST_SKIP() << "no zoneinfo: install tzdata";
  const auto in = [](const char* date, const char* zone) {
    return show(parse_moment(date, {}, zone));
  };
  EXPECT_EQ(in("2026-01-05 09:00", "Europe/Berlin"),
            show(Moment{utc(2026, 1, 5, 8), 3600, true, true}));
  EXPECT_EQ(in("2026-07-05 09:00", "Europe/Berlin"),
            show(Moment{utc(2026, 7, 5, 7), 7200, true, true}));
  EXPECT_EQ(in("2026-07-05 09:00", "europe/berlin"), in("2026-07-05 09:00", "Europe/Berlin"));
  EXPECT_EQ(in("2026-07-05 09:00", "CET"), in("2026-07-05 09:00", "Europe/Berlin"));
  EXPECT_EQ(in("2026-07-05 09:00", "ET"), in("2026-07-05 09:00", "America/New_York"));
  EXPECT_EQ(in("2026-07-05 09:00", "+05:30"),
            show(Moment{utc(2026, 7, 5, 3, 30), 19800, true, true}));
  // The text's own zone wins.
  EXPECT_EQ(in("2026-07-05T09:00:00Z", "Europe/Berlin"),
            show(Moment{utc(2026, 7, 5, 9), 0, true, true}));
  // 2:30 does not exist on 2026-03-29 and occurs twice on 2026-10-25.
  EXPECT_EQ(in("2026-03-29 02:30", "Europe/Berlin"),
            show(Moment{utc(2026, 3, 29, 1, 30), 3600, true, true}));
  EXPECT_EQ(in("2026-10-25 02:30", "Europe/Berlin"),
            show(Moment{utc(2026, 10, 25, 0, 30), 7200, true, true}));
  // An unknown zone leaves the time local.
  EXPECT_EQ(in("2026-07-05 09:00", "Mars/Olympus"), in("2026-07-05 09:00", ""));
}

// A typing error in `timezone:` must be told, and nothing outside the zone database be read.
TEST(Dates, KnownZones) {
  for (const char* zone : {"UTC", "Z", "gmt", "+02:00", "-0330", "UTC+2", "EST", "cest", "-4"}) {
    EXPECT_TRUE(is_known_zone(zone)) << zone;
  }
  for (const char* zone :
       {"", "Europe/Nowhere", "localtime", "../../../etc/passwd", "/usr/share/zoneinfo/UTC",
        "file:UTC", "+", "+25:00", "+1:2:3:4", "UTC+", "12", "+02:", "+:30"}) {
    EXPECT_FALSE(is_known_zone(zone)) << zone;
  }
  EXPECT_EQ(is_known_zone("Europe/Berlin"), zoneinfo_available());
}

// Jekyll posts, tweets and exports often have their date in the file name only.
TEST(Dates, MomentFromPath) {
  const Moment day{utc(2023, 10, 5), 0, false, false};
  for (const char* path :
       {"2023-10-05-title.md", "blog/_posts/2023-10-5-title.markdown", "20231005_title.md",
        "231005-title.tweet", "posts/2023/10/05/title.md", "posts/2023/10/05-title.md",
        "posts/2023-10-05-title/index.md", "2023-10-05.md", "2023_10_05.md", "a\\2023-10-05-b.md",
        "hiring-2023-10-05.tweet", "news/issue-20231005.md", "2023-10-05-top-10-20-tips.md",
        "2023-10-05-2024-outlook.md"}) {
    EXPECT_EQ(show(moment_from_path(path)), show(day)) << path;
  }
  const Moment minute{utc(2023, 10, 5, 14, 30), 0, true, false};
  for (const char* path : {"2023-10-05-14-30-00.md", "231005-1430-title.tweet",
                           "2023-10-05T14-30-title.md", "20231005T143000.md"}) {
    EXPECT_EQ(show(moment_from_path(path)), show(minute)) << path;
  }
  for (const char* path :
       {"", "/", "title.md", "2023/title.md", "2023/10/title.md", "2023-13-05-title.md",
        "1.88.0.md", "12345678-id.md", "231005.md", "a231005-b.md", "top-231005-b.md",
        "2023-10-056.md", "v2023-10-05.md", "2023-10-05-backup/site/blog/posts/title.md"}) {
    EXPECT_EQ(show(moment_from_path(path)), "nothing") << path;
  }
}

}  // namespace
}  // namespace soiree
