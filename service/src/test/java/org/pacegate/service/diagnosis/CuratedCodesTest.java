package org.pacegate.service.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.injury.BodySite;

/**
 * The list that codes are chosen from (R6.8): what docs/clinical-basis.md 6.1 names, and nothing
 * else.
 */
class CuratedCodesTest {

  private record Entry(String code, String english, String spanish, String site, boolean bone) {}

  private static final Pattern ROW =
      Pattern.compile(
          "^ {4}\\('([^']+)', '((?:[^']|'')+)', '((?:[^']|'')+)', (null(?:::text)?|'[A-Z_]+'),"
              + " (true|false)\\),?$",
          Pattern.MULTILINE);

  private static List<Entry> list;

  @BeforeAll
  static void readTheMigration() throws IOException {
    try (InputStream sql =
        CuratedCodesTest.class.getResourceAsStream("/db/migration/V8__diagnosis_codes.sql")) {
      Matcher row = ROW.matcher(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
      list = new ArrayList<>();
      while (row.find()) {
        list.add(
            new Entry(
                row.group(1),
                row.group(2),
                row.group(3),
                row.group(4),
                Boolean.parseBoolean(row.group(5))));
      }
    }
  }

  @Test
  void R6_8_the_list_holds_every_code_that_was_checked_and_no_other() {
    assertThat(list).extracting(Entry::code).containsExactlyInAnyOrderElementsOf(checked());
  }

  @Test
  void R6_8_headers_and_codes_that_were_subdivided_cannot_be_chosen() {
    assertThat(list)
        .extracting(Entry::code)
        .doesNotContain("M54.5", "M51.36", "M51.37", "I71.3", "I71.4", "M84.350", "M51.370");
  }

  @Test
  void R6_8_no_two_codes_share_a_label_in_either_language() {
    assertThat(list).extracting(Entry::english).doesNotHaveDuplicates();
    assertThat(list).extracting(Entry::spanish).doesNotHaveDuplicates();
    assertThat(list).noneMatch(entry -> entry.english().equals(entry.spanish()));
  }

  @Test
  void R6_8_a_body_site_is_one_of_the_body_picture() {
    List<String> sites = Arrays.stream(BodySite.values()).map(site -> "'" + site + "'").toList();
    assertThat(list)
        .extracting(Entry::site)
        .allMatch(site -> site.startsWith("null") || sites.contains(site));
  }

  @Test
  void R7_2_every_stress_fracture_the_pars_and_every_fresh_fracture_forbid_impact() {
    assertThat(list.stream().filter(Entry::bone).map(Entry::code))
        .containsExactlyInAnyOrderElementsOf(
            checked().stream()
                .filter(code -> code.matches("M43\\.0.|M48\\.4.*|M84\\.3.*|M80\\..*|S32\\..*"))
                .toList());
  }

  /** Every code in bold of docs/clinical-basis.md 6.1, ranges written out. */
  private static List<String> checked() {
    return Stream.of(
            "M54.50 M54.51 M54.59 M54.16 M54.17 M54.30 M54.31 M54.32 M54.40 M54.41 M54.42",
            "S39.012A S39.012D S39.012S M51.16 M51.17 M51.26 M51.27",
            "M43.00 M43.06 M43.07 M43.08 M43.16 M43.17 M48.46XA M48.47XA M48.48XA",
            "M84.350A M84.351A M84.352A M84.359A M84.361A M84.362A M84.363A M84.364A M84.371A",
            "M84.372A M84.374A M84.375A M84.377A M84.378A M84.38XA",
            "M80.08XA M80.88XA Z87.310 Z87.312 S32.009A S32.10XA M46.1 M53.3",
            range("M45.", 9) + " " + range("M45.A", 8) + " M45.AB",
            "M46.26 M46.27 M46.46 M46.47 C79.51 C41.2 G83.4",
            "M21.40 M21.41 M21.42 Q66.50 Q66.51 Q66.52",
            "M21.70 M21.751 M21.752 M21.759 M21.761 M21.762 M21.763 M21.764 M21.769",
            "N91.1 N91.2 R63.4 F50.9",
            "M76.61 M76.62 S86.011A S86.012A M22.2X1 M22.2X2 M76.51 M76.52 M76.31 M76.32 M72.2",
            "S76.311A S76.312A S76.211A S76.212A M76.01 M76.02 M76.11 M76.12 M76.821 M76.822",
            "M25.551 M25.552 M79.661 M79.662 M79.A21 M79.A22 T79.A21A T79.A22A I82.4Z1 I82.4Z2",
            "Y93.02 M62.830")
        .flatMap(line -> Arrays.stream(line.split(" ")))
        .toList();
  }

  private static String range(String stem, int last) {
    return IntStream.rangeClosed(0, last)
        .mapToObj(digit -> stem + digit)
        .collect(Collectors.joining(" "));
  }
}
