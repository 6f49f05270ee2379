package org.pacegate.service.intake;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;

/** Who somebody is, as it was typed. */
final class PersonEntries {

  /** Stands in for every other field while one is tried. */
  private static final String OK = "ok";

  private final Entries entries;
  private final LocalDate today;

  PersonEntries(Entries entries, LocalDate today) {
    this.entries = entries;
    this.today = today;
  }

  /** The person, if everything about them is there and can be. */
  Optional<Person> person() {
    LocalDate born = entries.date(IntakeStep.PERSON, "person.birthDate");
    Sex sex = entries.constant(IntakeStep.PERSON, "person.sex", Sex::valueOf);
    Language language = entries.constant(IntakeStep.PERSON, "person.language", Language::valueOf);
    entries.required(IntakeStep.PERSON, "person.familyName");
    entries.required(IntakeStep.PERSON, "person.givenName");
    eachByItself(born);
    return entries.problems().stream().anyMatch(each -> each.step() == IntakeStep.PERSON)
        ? Optional.empty()
        : Optional.of(
            new Person(
                entries.text("person.familyName"),
                entries.text("person.givenName"),
                born,
                sex,
                entries.text("person.phone"),
                entries.text("person.email"),
                language));
  }

  /** What of the person can be read; the rest is not known yet. */
  Person asFarAsKnown(Language otherwise) {
    return person()
        .orElseGet(
            () ->
                new Person(
                    Objects.requireNonNullElse(entries.fine("person.familyName"), Person.UNKNOWN),
                    Objects.requireNonNullElse(entries.fine("person.givenName"), Person.UNKNOWN),
                    entries.hasProblem("person.birthDate")
                        ? null
                        : entries.dateIfValid("person.birthDate").orElse(null),
                    entries.constantIfValid("person.sex", Sex::valueOf).orElse(Sex.UNKNOWN),
                    entries.fine("person.phone"),
                    entries.fine("person.email"),
                    language().orElse(otherwise)));
  }

  /** Notes what is wrong with the phone and the e-mail, of which a known person is asked. */
  void contact() {
    tried("person.phone", phone -> person(OK, OK, today, phone, null));
    tried("person.email", email -> person(OK, OK, today, null, email));
  }

  /** The language chosen for consent and safety texts. */
  Optional<Language> language() {
    return entries.constantIfValid("person.language", Language::valueOf);
  }

  /** Tries every field by itself, so that all that is wrong is said at once. */
  private void eachByItself(LocalDate born) {
    tried("person.familyName", name -> person(name, OK, today, null, null));
    tried("person.givenName", name -> person(OK, name, today, null, null));
    contact();
    if (born != null) {
      tried("person.birthDate", any -> person(OK, OK, born, null, null).expectPlausibleOn(today));
    }
  }

  private static Person person(
      String family, String given, LocalDate born, String phone, String email) {
    return new Person(family, given, born, Sex.UNKNOWN, phone, email, Language.en);
  }

  private void tried(String field, Consumer<String> constructor) {
    String typed = entries.text(field);
    if (typed != null) {
      entries.built(
          IntakeStep.PERSON,
          name -> "person." + name,
          () -> {
            constructor.accept(typed);
            return typed;
          });
    }
  }
}
