package org.pacegate.service.patient;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A record that the database found near somebody.
 *
 * @param previous names the patient had before
 */
record MatchCandidate(
    long patientId,
    String recordNumber,
    String familyName,
    String givenName,
    LocalDate bornOn,
    String phone,
    String email,
    List<FullName> previous) {

  /** A family and a given name. */
  record FullName(String family, String given) {}

  MatchCandidate {
    previous = List.copyOf(previous);
  }

  PossibleMatch comparedWith(MatchQuestion asked) {
    NameComparison present = names(asked, new FullName(familyName, givenName));
    Likeness before =
        previous.stream()
            .map(name -> names(asked, name))
            .filter(name -> name.points() > present.points())
            .max(Comparator.comparing(NameComparison::points))
            .map(NameComparison::whole)
            .orElse(Likeness.UNKNOWN);
    return new PossibleMatch(
        patientId,
        recordNumber,
        familyName,
        givenName,
        bornOn,
        new MatchReasons(
            present.family(),
            present.given(),
            present.swapped(),
            BirthDateLikeness.of(asked.birthDate(), bornOn),
            before,
            new PhoneNumber(asked.phone()).to(new PhoneNumber(phone)),
            new MailAddress(asked.email()).to(new MailAddress(email))));
  }

  private static NameComparison names(MatchQuestion asked, FullName name) {
    return NameComparison.of(
        NameWords.of(asked.familyName()),
        NameWords.of(asked.givenName()),
        NameWords.of(name.family()),
        NameWords.of(name.given()));
  }
}
