package org.pacegate.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pacegate.clinic.Wire;
import org.pacegate.clinic.Wire.Answer;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.Demonstration;

/**
 * Every page of the running archive, as each role alone and as nobody, about a record of the own
 * clinic, of another one and of none: exactly the declared ones answer. A page that is not in the
 * table fails the test.
 */
class PageMatrixIT {

  private static final Set<String> LEADING_ON = Set.of("/index.xhtml", "/signin.xhtml");
  private static final String NOBODY = DeclaredPage.NOBODY;

  /** Ids that no record has. */
  private static final List<String> SENSELESS =
      List.of(
          "",
          "0",
          "-1",
          "abc",
          "1e3",
          "1.0",
          "%2B1",
          "%201",
          "1%27%20or%201=1--",
          "%00",
          "%F0%9F",
          "0x10",
          "%D9%A1",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "99999999999999999999999999",
          "NaN",
          "%3Cscript%3E",
          "%E2%80%8B7",
          "..%2F..%2Fweb.xml");

  /** Everything else that any page reads from its address. */
  private static final List<String> BESIDE =
      List.of(
          "page",
          "before",
          "below",
          "step",
          "act",
          "search",
          "patient",
          "to",
          "lang",
          "check",
          "usePatient",
          "notSame",
          "b",
          "on",
          "set",
          "urgency",
          "whole",
          "words");

  /** Its second record is named beside the first one. */
  private static final String TWO_RECORDS = "/patient/merge.xhtml";

  /** What is no record's number there: the page helps to find the other record. */
  private static final Set<String> NO_NUMBER = Set.of("", "-1", "abc", "%00");

  private static final Map<String, Wire> CALLERS = new HashMap<>();
  private static People people;
  private static List<String> foreignNames;
  private final Map<String, String> wrong = new TreeMap<>();

  @BeforeAll
  static void signIn() throws SQLException {
    people = People.employ();
    foreignNames = people.foreignNames();
    assertThat(foreignNames).isNotEmpty();
    for (String role : People.ROLES) {
      Wire wire = new Wire();
      wire.signIn(people.login(role), Demonstration.password(), "/signin.xhtml");
      CALLERS.put(role, wire);
    }
  }

  @Test
  void every_page_of_the_archive_is_in_the_table() throws IOException {
    assertThat(new TreeSet<>(ServedFiles.pages()))
        .isEqualTo(new TreeSet<>(DeclaredPage.ALL.keySet()));
  }

  @Test
  void exactly_the_declared_roles_see_a_record_of_their_clinic() throws SQLException {
    for (var entry : DeclaredPage.ALL.entrySet()) {
      DeclaredPage page = entry.getValue();
      String address = page.address(entry.getKey(), people);
      for (String role : callers()) {
        expect(role, address, page.expected(role, entry.getKey()));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_record_of_another_clinic_is_missing_for_everybody() throws SQLException {
    for (var entry : DeclaredPage.ALL.entrySet()) {
      DeclaredPage page = entry.getValue();
      if (page.hasRecord()) {
        String address =
            entry.getKey() + "?" + page.parameter() + "=" + people.foreign(page.record());
        for (String role : callers()) {
          expect(role, address, missing(page.expected(role, entry.getKey())));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_other_record_of_another_clinic_is_missing_for_everybody() throws SQLException {
    DeclaredPage page = DeclaredPage.ALL.get(TWO_RECORDS);
    String own = page.address(TWO_RECORDS, people);
    long foreign = people.foreign(page.record());
    String turned = "%s?a=%d&b=%d".formatted(TWO_RECORDS, foreign, people.own(page.record()));
    for (String role : callers()) {
      String expected = missing(page.expected(role, TWO_RECORDS));
      expect(role, own + "&b=" + foreign, expected);
      expect(role, turned, expected);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_senseless_id_is_missing_and_breaks_nothing() {
    for (var entry : DeclaredPage.ALL.entrySet()) {
      DeclaredPage page = entry.getValue();
      if (page.hasRecord()) {
        for (String role : page.roles()) {
          expect(role, entry.getKey(), "404");
          for (String senseless : SENSELESS) {
            expect(role, entry.getKey() + "?" + page.parameter() + "=" + senseless, "404");
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void senseless_words_beside_the_record_change_nothing() throws SQLException {
    String patient = Long.toString(people.own("patientId"));
    Map<String, String> before = people.records();
    for (var entry : DeclaredPage.ALL.entrySet()) {
      DeclaredPage page = entry.getValue();
      String own = page.address(entry.getKey(), people);
      String address = page.hasRecord() ? own : own + "?";
      for (String senseless : List.of("", "-1", "abc", "%00", "999999", "2147483647", patient)) {
        String beside =
            BESIDE.stream().map(name -> "&" + name + "=" + senseless).collect(joining());
        for (String role : page.roles()) {
          expect(role, address + beside, met(entry.getKey(), senseless, patient));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(people.records()).hasSizeGreaterThan(20).isEqualTo(before);
  }

  @Test
  void a_person_stays_signed_in_and_signs_out_from_every_page() throws SQLException {
    for (var entry : DeclaredPage.ALL.entrySet()) {
      DeclaredPage page = entry.getValue();
      if (LEADING_ON.contains(entry.getKey())) {
        continue;
      }
      String role = page.somebody();
      String address = page.address(entry.getKey(), people);
      Wire wire = new Wire();
      wire.signIn(people.login(role), Demonstration.password(), "/signin.xhtml");
      int stayed = wire.post(wire.get(address), "session", Map.of("session:stay", "x")).status();
      int left = wire.post(wire.get(address), "account", Map.of("account:signOut", "x")).status();
      if (stayed != 200 || left != 302 || !wire.get(address).isSignIn()) {
        wrong.put(role + " at " + address, "stays with " + stayed + ", signs out with " + left);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_character_that_no_text_can_keep_breaks_no_form() {
    Wire nobody = new Wire();
    Answer refused = nobody.signIn("somebody\0else", "a\0b", "/signin.xhtml");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.body()).contains("Name or password is wrong.");

    Wire desk = CALLERS.get("STAFF");
    Answer begun = desk.post(desk.get("/intake/index.xhtml"), "begin", Map.of("begin:new", "x"));
    String address = begun.location().replace(PacegateServer.get().url(), "") + "&step=PERSON";
    Map<String, String> typed = Map.of("person-familyName", "Nul\0son", "autosave", "x");
    desk.post(desk.get(address), "intake", typed);
    assertThat(desk.get(address).body()).contains("value=\"Nulson\"");
  }

  /** A second record is missing where there is none, and declined where it is the first one. */
  private static String met(String path, String beside, String first) {
    if (!path.equals(TWO_RECORDS) || NO_NUMBER.contains(beside)) {
      return "200";
    }
    return beside.equals(first) ? "409" : "404";
  }

  private static String missing(String expected) {
    return expected.equals("200") ? "404" : expected;
  }

  private static List<String> callers() {
    return Stream.concat(People.ROLES.stream(), Stream.of(NOBODY)).toList();
  }

  private void expect(String role, String address, String expected) {
    Wire wire = CALLERS.getOrDefault(role, new Wire());
    Answer answer = wire.get(address);
    for (int i = 0; i < 3 && answer.status() == 302; i++) {
      answer = wire.get(answer.location().replace(PacegateServer.get().url(), ""));
    }
    String met = answer.isSignIn() ? "SIGN IN" : Integer.toString(answer.status());
    String body = answer.body();
    if (!met.equals(expected)) {
      wrong.put(role + " at " + address, met + " in place of " + expected);
    }
    if (!answer.isSignIn() && !body.contains("<aside class=\"ribbon\"")) {
      wrong.put(role + " at " + address, "is not labelled as demonstration data");
    }
    foreignNames.stream()
        .filter(body::contains)
        .forEach(name -> wrong.put(role + " at " + address, "shows " + name));
  }
}
