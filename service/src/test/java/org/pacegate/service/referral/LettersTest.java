package org.pacegate.service.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.service.clinic.ChangeProfile;
import org.pacegate.service.clinic.ClinicProfile;
import org.pacegate.service.clinic.ClinicProfiles;
import org.pacegate.service.merge.MergeDesk;
import org.pacegate.service.merge.MergePatients;
import org.pacegate.service.merge.PatientMerges;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.testing.TestClinics;

/** R5.60 to R5.65: the letter of a referral, as it would go out and as it went out. */
class LettersTest {

  private static final Instant NOW = Instant.parse("2026-06-19T10:00:00Z");
  private static final TestClinics CLINICS = new TestClinics(NOW);
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private ReferringClinic clinic;

  @BeforeEach
  void openTheClinic() {
    CLINICS.turnTo(NOW);
    clinic = ReferringClinic.open(CLINICS);
  }

  @AfterAll
  static void close() {
    CLINICS.close();
  }

  private static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private byte[] preview(String who, long referral, Long recipient, LetterForm form) {
    long version = clinic.version(referral);
    return CLINICS.as(
        clinic.people().login(who),
        services ->
            services
                .get(Letters.class)
                .preview(new PreviewLetter(referral, version, recipient, form)));
  }

  private void send(String who, long referral, Long recipient, LetterForm form) {
    send(who, referral, clinic.version(referral), recipient, form, UUID.randomUUID());
  }

  private void send(
      String who, long referral, long version, Long recipient, LetterForm form, UUID key) {
    clinic
        .people()
        .as(
            who,
            services ->
                services
                    .get(Referrals.class)
                    .send(new SendReferral(referral, version, recipient, form, key)));
  }

  private Optional<byte[]> sent(String who, long referral) {
    return CLINICS.as(
        clinic.people().login(who), services -> services.get(Letters.class).sent(referral));
  }

  /** A rheumatologist in the directory who reads Spanish. */
  private long rheumatologist() {
    return CLINICS.as(
        clinic.people().login("admin"),
        services ->
            services
                .get(Recipients.class)
                .enter(
                    new EnterRecipient(
                        new RecipientForm(
                            "Dra. Iriarte",
                            Set.of(Target.RHEUMATOLOGY),
                            "+34 976 222 333",
                            null,
                            "Paseo 1",
                            Language.es,
                            null,
                            null),
                        UUID.randomUUID())));
  }

  private static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return SPACE.matcher(new PDFTextStripper().getText(document)).replaceAll("");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void name(long referral, String family) {
    CLINICS.tamper(
        "update patient set family_name = '"
            + family
            + "', phone = '+34 600 111 222' where id = (select e.patient_id from episode e"
            + " join referral r on r.episode_id = e.id where r.id = "
            + referral
            + ")");
  }

  @Test
  void R5_62_what_is_previewed_is_what_is_sent_byte_for_byte() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    Long recipient = rheumatologist();
    LetterForm form =
        PlainLetter.form(null, "Inflammatory?", "Schober 3.5 cm", "Come back if worse");
    byte[] previewed = preview("ther", referral, recipient, form);
    CLINICS.pass(Duration.ofMinutes(7));
    send("ther", referral, recipient, form);
    assertThat(sent("desk", referral))
        .hasValueSatisfying(pdf -> assertThat(pdf).isEqualTo(previewed));
    assertThat(
            clinic
                .people()
                .rows(
                    "select language || ' ' || (sent_at = (select sent_at from referral r where r.id ="
                        + " referral_id)) || ' ' || (pdf_hash = encode(sha256(pdf), 'hex')) from"
                        + " referral_letter where referral_id = "
                        + referral))
        .containsExactly("es true true");
  }

  @Test
  void R5_63_everything_stands_in_it_and_nothing_of_anybody_else() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    long neighbour = clinic.askedByRule(Urgency.U1_SAME_DAY);
    ReferringClinic elsewhere = ReferringClinic.open(CLINICS);
    long stranger = elsewhere.askedByHand(Urgency.U2_URGENT_1_2W);
    answered(referral, "CES-1", "CES-2", "CES-3", "INF-1");
    name(referral, "Quintanilla");
    name(neighbour, "Barrenechea");
    name(stranger, "Etxeberria");
    reachable();
    String found =
        text(
            preview(
                "ther",
                referral,
                rheumatologist(),
                PlainLetter.form(Language.en, "Inflammatory?", "Schober 3.5 cm", "Come back")));
    assertThat(found)
        .contains(
            "Quintanilla,Ana",
            "1January1990",
            "en:sex.FEMALE",
            "+34600111222",
            "+34976000111",
            "CalleMayor7",
            "Dra.Iriarte",
            "+34976222333",
            "en:role.THERAPIST",
            "en:target.RHEUMATOLOGY",
            "stiffinthemorning",
            "Inflammatory?",
            "Schober3.5cm",
            "Comeback",
            "URGENT",
            "3July2026,12:00",
            "en:region.LOW_BACK,en:at.LEFT",
            "10June2026",
            "en:onset.GRADUAL",
            "hurts",
            "Noneatthescreening",
            "Caudaequina:changedfeelinginthesaddlearea,bladder,bowel",
            "Infection:feverornightsweats",
            "RunningbeforetheinjuryNothingisonrecord",
            clinic.people().login("ther").replaceFirst(".*[.]", ""))
        .doesNotContain("Notknown", "pregnancy", "Cancer:")
        .doesNotContain("Barrenechea", "Etxeberria", elsewhere.people().login("").substring(1));
    assertThat(text(previewAsDesk(neighbour)))
        .contains("Barrenechea", "en:rule.R1", "notyetjudged", "en:role.STAFF")
        .doesNotContain("Quintanilla", "Etxeberria");
  }

  /** What the runner said No to before the screening. */
  private void answered(long referral, String... questions) {
    String screening =
        " from screening s join referral r on r.clinic_id = s.clinic_id and r.episode_id = s.episode_id"
            + " join episode e on e.clinic_id = s.clinic_id and e.id = s.episode_id where r.id = "
            + referral;
    CLINICS.tamper(
        "insert into intake (clinic_id, id, state, step, patient_id, episode_id, rule_set,"
            + " rule_set_version, started_at, started_by, saved_at, submitted_at, submitted_by)"
            + " select s.clinic_id, s.id, 'SUBMITTED', 'CONSENT', e.patient_id, e.id, s.rule_set,"
            + " s.rule_set_version, s.performed_at, s.performed_by, s.performed_at,"
            + " s.performed_at, s.performed_by"
            + screening,
        "update screening set intake_id = id where id = (select s.id" + screening + ")");
    for (String question : questions) {
      CLINICS.tamper(
          "insert into intake_entry (clinic_id, intake_id, field, value, entered_at, entered_by)"
              + " select s.clinic_id, s.id, 'answer."
              + question
              + "', 'NO', s.performed_at, s.performed_by"
              + screening);
    }
  }

  @Test
  void R5_63_what_was_never_asked_is_not_among_what_was_not_found() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    assertThat(text(preview("ther", referral, null, PlainLetter.form())))
        .doesNotContain("Askednotfound", "Asked,notfound", "Caudaequina");
    answered(referral, "VIS-1");
    assertThat(text(preview("ther", referral, null, PlainLetter.form())))
        .contains("Asked,notfound")
        .doesNotContain("Caudaequina", "pregnancy");
  }

  /** The administrator enters how the clinic is reached. */
  private void reachable() {
    clinic
        .people()
        .as(
            "admin",
            services -> {
              ClinicProfiles profiles = services.get(ClinicProfiles.class);
              ClinicProfile seen = profiles.profile();
              profiles.change(
                  new ChangeProfile(
                      seen,
                      seen.name(),
                      seen.timeZone().getId(),
                      "+34 976 000 111",
                      null,
                      "Calle Mayor 7"));
            });
  }

  private byte[] previewAsDesk(long referral) {
    return preview("desk", referral, null, PlainLetter.form());
  }

  @Test
  void R5_63_a_physician_signs_with_the_licence() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    assertThat(text(preview("doc", referral, null, PlainLetter.form())))
        .contains("en:profession.PHYSICIAN,licenceN-");
  }

  @Test
  void R5_62_the_language_is_the_recipients_or_the_chosen_one() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    answered(referral, "CES-1");
    long recipient = rheumatologist();
    assertThat(text(preview("ther", referral, recipient, PlainLetter.form())))
        .contains("Derivación", "es:target.RHEUMATOLOGY", "Coladecaballo");
    assertThat(
            text(
                preview(
                    "ther", referral, recipient, PlainLetter.form(Language.en, null, null, null))))
        .contains("Referral", "en:target.RHEUMATOLOGY", "Caudaequina");
  }

  @Test
  void R5_64_a_later_change_of_the_record_changes_nothing_in_it() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    long recipient = rheumatologist();
    send("ther", referral, recipient, PlainLetter.form());
    byte[] before = sent("ther", referral).orElseThrow();
    name(referral, "Othername");
    CLINICS.tamper("update recipient set name = 'Somebody else' where id = " + recipient);
    clinic
        .people()
        .raiseAgain(
            clinic.number("select cast(episode_id as text) from referral where id = " + referral),
            Urgency.U2_URGENT_1_2W);
    clinic.take("ther", referral, ReferralAction.RECEIVE);
    assertThat(sent("desk", referral).orElseThrow()).isEqualTo(before);
  }

  private long patientOf(long referral) {
    return clinic.number(
        "select cast(e.patient_id as text) from episode e join referral r on r.episode_id = e.id"
            + " where r.id = "
            + referral);
  }

  @Test
  void R5_64_it_goes_where_a_merge_puts_its_referral_and_says_who_it_was() {
    long kept = patientOf(clinic.askedByHand(Urgency.U3_ROUTINE));
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    long merged = patientOf(referral);
    name(referral, "Quintanilla");
    send("ther", referral, null, PlainLetter.form());
    byte[] before = sent("ther", referral).orElseThrow();
    clinic
        .people()
        .as(
            "desk",
            services -> {
              PatientMerges merges = services.get(PatientMerges.class);
              MergeDesk desk = merges.open(kept, merged);
              merges.merge(
                  new MergePatients(
                      kept,
                      merged,
                      Set.of(),
                      desk.shared(),
                      Set.of(),
                      null,
                      "same papers",
                      desk.seen(),
                      UUID.randomUUID()));
            });
    assertThat(patientOf(referral)).isEqualTo(kept);
    assertThat(sent("desk", referral).orElseThrow()).isEqualTo(before);
    assertThat(text(before)).contains("Quintanilla");
  }

  @Test
  void R5_64_a_second_click_sends_one_letter_and_other_words_are_another_form() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    UUID key = UUID.randomUUID();
    long version = clinic.version(referral);
    LetterForm form = PlainLetter.form(null, "Why?", null, null);
    send("ther", referral, version, null, form, key);
    send("ther", referral, version, null, form, key);
    assertThat(letters(referral)).isEqualTo(1);
    refused(
        "submission.keyUsed",
        () ->
            send(
                "ther",
                referral,
                version,
                null,
                PlainLetter.form(null, "Other?", null, null),
                key));
  }

  private long letters(long referral) {
    return clinic.number(
        "select cast(count(*) as text) from referral_letter where referral_id = " + referral);
  }

  @Test
  void R5_64_nothing_is_sent_without_a_letter_and_what_was_superseded_has_none() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    long version = clinic.version(referral);
    assertThatThrownBy(
            () ->
                clinic
                    .people()
                    .as(
                        "ther",
                        services ->
                            services
                                .get(Referrals.class)
                                .take(
                                    new TakeReferralStep(
                                        referral,
                                        version,
                                        ReferralAction.SEND,
                                        null,
                                        UUID.randomUUID()))))
        .isInstanceOfSatisfying(
            InvalidValue.class, missing -> assertThat(missing.code()).contains("letter"));
    clinic.redirect(
        "ther",
        referral,
        version,
        Target.SPORTS_PHYSICIAN,
        Urgency.U2_URGENT_1_2W,
        UUID.randomUUID());
    refused("letter.none", () -> sent("ther", referral));
    refused("referral.notNow", () -> preview("ther", referral, null, PlainLetter.form()));
  }

  @Test
  void R5_62_whoever_may_send_may_preview_and_nobody_after_it_was_sent() {
    long routine = clinic.askedByHand(Urgency.U3_ROUTINE);
    refused("referral.notYours", () -> preview("desk", routine, null, PlainLetter.form()));
    long today = clinic.askedByHand(Urgency.U1_SAME_DAY);
    assertThat(preview("desk", today, null, PlainLetter.form())).isNotEmpty();
    send("ther", routine, null, PlainLetter.form());
    refused("referral.notNow", () -> preview("ther", routine, null, PlainLetter.form()));
    assertThatThrownBy(
            () ->
                CLINICS.as(
                    clinic.people().login("ther"),
                    services ->
                        services
                            .get(Letters.class)
                            .preview(new PreviewLetter(today, 99, null, PlainLetter.form()))))
        .isInstanceOf(LostUpdate.class);
  }

  @Test
  void R5_65_another_clinic_sees_no_letter() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    send("ther", referral, null, PlainLetter.form());
    ReferringClinic other = ReferringClinic.open(CLINICS);
    assertThatThrownBy(
            () ->
                CLINICS.as(
                    other.people().login("doc"),
                    services -> services.get(Letters.class).sent(referral)))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(
            () ->
                CLINICS.as(
                    other.people().login("doc"),
                    services ->
                        services
                            .get(Letters.class)
                            .preview(new PreviewLetter(referral, 1, null, PlainLetter.form()))))
        .isInstanceOf(NoSuchRecord.class);
    assertThat(other.people().rows("select cast(id as text) from referral_letter")).isEmpty();
  }

  @Test
  void R5_65_a_strange_entry_of_the_directory_is_missing_whatever_the_referral_is() {
    long sent = clinic.askedByHand(Urgency.U3_ROUTINE);
    send("ther", sent, null, PlainLetter.form());
    long draft = clinic.askedByHand(Urgency.U3_ROUTINE);
    long strange = ReferringClinic.open(CLINICS).people().raise().episode();
    for (long referral : List.of(sent, draft)) {
      assertThatThrownBy(() -> preview("ther", referral, strange, PlainLetter.form()))
          .isInstanceOf(NoSuchRecord.class);
    }
  }

  @Test
  void R5_65_each_opening_is_audited_and_a_damaged_letter_is_not_given_out() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    preview("ther", referral, null, PlainLetter.form());
    send("ther", referral, null, PlainLetter.form());
    sent("desk", referral);
    assertThat(audited()).containsExactly("READ letter previewed", "READ letter opened");
    CLINICS.tamper(
        "alter table referral_letter drop constraint referral_letter_hashes",
        "update referral_letter set pdf = '\\x00' where referral_id = " + referral,
        "alter table referral_letter add constraint referral_letter_hashes check (content_hash ="
            + " encode(sha256(convert_to(content, 'UTF8')), 'hex') and pdf_hash ="
            + " encode(sha256(pdf), 'hex')) not valid");
    assertThat(sent("desk", referral)).isEmpty();
    assertThat(audited()).endsWith("REFUSE letter damaged");
  }

  private List<String> audited() {
    return clinic
        .people()
        .rows(
            "select action || ' ' || detail from audit.events_of_clinic(null, null, 500)"
                + " where detail like 'letter %' order by id");
  }

  @Test
  void R5_60_what_was_written_waits_for_whoever_is_asked_next() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    send("ther", referral, null, PlainLetter.form(null, "Why?", "Schober 3 cm", "Wait"));
    clinic.take("ther", referral, ReferralAction.DECLINE);
    long again =
        clinic.number("select cast(superseded_by_id as text) from referral where id = " + referral);
    ReferralView draft = clinic.open("ther", again).referral();
    assertThat(draft.hasLetter()).isFalse();
    assertThat(draft.letterText().question()).isEqualTo("Why?");
    assertThat(draft.letterText().told()).isEqualTo("Wait");
    ReferralView declined = clinic.open("ther", referral).referral();
    assertThat(declined.hasLetter()).isTrue();
    assertThat(declined.letterText().findings()).isEqualTo("Schober 3 cm");
  }

  @Test
  void R5_60_too_much_is_refused_and_nothing_is_sent() {
    long referral = clinic.askedByHand(Urgency.U2_URGENT_1_2W);
    assertThatThrownBy(
            () ->
                send("ther", referral, null, PlainLetter.form(null, null, null, "x".repeat(1_001))))
        .isInstanceOf(InvalidValue.class);
    assertThat(clinic.state(referral)).isEqualTo("DRAFT");
    assertThat(letters(referral)).isZero();
  }
}
