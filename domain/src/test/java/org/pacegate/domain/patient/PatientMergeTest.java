package org.pacegate.domain.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;

/** R2.11, R2.14, R2.18: names that were given up, and two records that are one person's. */
class PatientMergeTest {

  private static final Person ANA =
      new Person(
          "Ruiz",
          "Ana",
          LocalDate.of(1988, 3, 2),
          Sex.FEMALE,
          "600 123 456",
          "ana@example.org",
          Language.es);
  private static final Person ANNA =
      new Person(
          "Ruis",
          "Anna",
          LocalDate.of(1988, 2, 3),
          Sex.UNKNOWN,
          null,
          "anna@example.org",
          Language.en);

  private final ClinicClock clock = new ClinicClock();
  private final Patient ana = registered(1, ANA);
  private final Patient anna = registered(2, ANNA);

  private Patient registered(long id, Person person) {
    Patient patient = new Patient("P-" + id, person, clock.by(11));
    InMemoryRecords.identify(patient, id);
    return patient;
  }

  private PatientMerge merge(Set<MergeField> fromMerged) {
    return new PatientMerge(ana, anna, fromMerged, "same papers", UUID.randomUUID(), clock.by(11));
  }

  @Test
  void R2_62_anotherPhoneStandsAndTheOneBeforeIsKept() {
    PreviousContact before =
        ana.reachAt("611 222 333", "ana@example.org", Optional.of(9L), clock.by(11));

    assertThat(ana.person().phone()).isEqualTo("611 222 333");
    assertThat(ana.person().familyName()).isEqualTo(ANA.familyName());
    assertThat(before.patientId()).isEqualTo(1);
    assertThat(before.phone()).isEqualTo(ANA.phone());
    assertThat(before.email()).isEqualTo(ANA.email());
    assertThat(before.toldIn()).contains(9L);
    assertThat(before.endedBy()).isEqualTo(11);
  }

  @Test
  void R2_62_theSameIsNoChangeAndWhatCannotBeIsRefused() {
    assertThatThrownBy(() -> ana.reachAt(ANA.phone(), ANA.email(), Optional.empty(), clock.by(11)))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            refused -> assertThat(refused.code()).isEqualTo("patient.sameContact"));
    assertThatThrownBy(() -> ana.reachAt("call me", null, Optional.empty(), clock.by(11)))
        .isInstanceOf(InvalidValue.class);
    assertThat(ana.person().phone()).isEqualTo(ANA.phone());
  }

  @Test
  void R2_11_aNameThatIsGivenUpStays() {
    ana.rename("Gómez", "Ana", NameEnd.CHANGED, clock.by(11));

    assertThat(ana.person().familyName()).isEqualTo("Gómez");
    assertThat(ana.person().birthDate()).isEqualTo(ANA.birthDate());
    assertThat(ana.previousNames())
        .singleElement()
        .satisfies(
            name -> {
              assertThat(name.familyName()).isEqualTo("Ruiz");
              assertThat(name.why()).isEqualTo(NameEnd.CHANGED);
              assertThat(name.endedBy()).isEqualTo(11);
              assertThat(name.endedAt()).isEqualTo(clock.now());
            });
  }

  @Test
  void R2_11_aNameIsNotGivenUpForItself() {
    refused("patient.sameName", () -> ana.rename(" Ruiz", "Ana", NameEnd.CHANGED, clock.by(11)));
    refused(
        "invalid.familyName.missing", () -> ana.rename(" ", "Ana", NameEnd.CHANGED, clock.by(11)));
    refused("invalid.why.unknown", () -> ana.rename("Gil", "Ana", NameEnd.MERGED, clock.by(11)));
    assertThat(ana.previousNames()).isEmpty();
  }

  @Test
  void R2_11_whatWasTakenDownInAnEmergencyStaysUnlessItSaysNothing() {
    Patient misheard =
        Patient.inEmergency(
            "P-3",
            new Person("Ruis", "Anna", null, Sex.UNKNOWN, null, null, Language.es),
            clock.by(11));
    InMemoryRecords.identify(misheard, 3);
    misheard.identify(ANA, clock.by(11));
    assertThat(misheard.previousNames()).extracting(PreviousName::familyName).containsOnly("Ruis");

    Patient unheard =
        Patient.inEmergency(
            "P-4", new Person("?", "?", null, Sex.UNKNOWN, null, null, Language.es), clock.by(11));
    InMemoryRecords.identify(unheard, 4);
    unheard.identify(ANA, clock.by(11));
    assertThat(unheard.previousNames()).isEmpty();
  }

  @Test
  void R2_14_withNothingChosenTheSurvivorStaysWhoTheyAre() {
    PatientMerge merge = merge(Set.of());
    assertThat(merge.chosenFrom(ANA, ANNA)).isEqualTo(ANA);
    assertThat(merge.survivorId()).isEqualTo(1);
    assertThat(merge.mergedId()).isEqualTo(2);

    ana.absorb(ANNA, ANA, clock.by(11));
    assertThat(ana.person()).isEqualTo(ANA);
    assertThat(ana.previousNames())
        .as("still found under the other record's name")
        .extracting(PreviousName::familyName, PreviousName::why)
        .containsExactly(tuple("Ruis", NameEnd.MERGED));
  }

  @ParameterizedTest
  @EnumSource
  void R2_14_eachFieldIsChosenByItself(MergeField field) {
    Person chosen = merge(EnumSet.of(field)).chosenFrom(ANA, ANNA);
    Person back = merge(EnumSet.complementOf(EnumSet.of(field))).chosenFrom(ANNA, ANA);
    assertThat(chosen).isEqualTo(back).isNotEqualTo(ANA);
    assertThat(merge(EnumSet.of(field)).fromMerged()).containsExactly(field);
  }

  @Test
  void R2_14_theNameThatNoLongerStandsStaysOnRecord() {
    Person chosen = merge(EnumSet.allOf(MergeField.class)).chosenFrom(ANA, ANNA);
    ana.absorb(ANNA, chosen, clock.by(11));

    assertThat(ana.person()).isEqualTo(ANNA);
    assertThat(ana.previousNames()).extracting(PreviousName::familyName).containsExactly("Ruiz");
  }

  @Test
  void R2_14_aMergeHasAReasonAndTwoRecords() {
    refused(
        "invalid.mergeReason.missing",
        () -> new PatientMerge(ana, anna, Set.of(), " ", UUID.randomUUID(), clock.by(11)));
    refused(
        "merge.samePatient",
        () -> new PatientMerge(ana, ana, Set.of(), "same", UUID.randomUUID(), clock.by(11)));
  }

  @Test
  void R2_18_anUndoHasAReason() {
    PatientMerge merge = merge(Set.of());
    InMemoryRecords.identify(merge, 5);
    refused(
        "invalid.undoReason.missing", () -> new PatientMergeUndo(merge, ana, null, clock.by(11)));
    assertThat(new PatientMergeUndo(merge, ana, "twins", clock.by(11)).mergeId()).isEqualTo(5);
  }
}
