package org.pacegate.service.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.demonstration.LoadedDemonstration;
import org.pacegate.service.door.BeginByLink;
import org.pacegate.service.door.IntakeLinks;
import org.pacegate.service.door.LinkLine;
import org.pacegate.service.door.MadeLink;
import org.pacegate.service.door.MailLink;
import org.pacegate.service.testing.TestClinics;

/** R14.3 to R14.6: what was queued goes out once, to a real mail server, and leaves nothing. */
class MailDeliveryTest {

  private static final String ADDRESS = "lena@example.org";
  private static final Letter LETTER =
      new Letter("Preguntas antes de su visita – Ñandú", "Hola:\n\nhttps://clinic/link/secret");

  private static TestClinics clinics;
  private GreenMail server;

  @BeforeEach
  void start() {
    if (clinics == null) {
      clinics = LoadedDemonstration.afresh(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static MadeLink link() {
    return clinics.as(
        LoadedDemonstration.DESK,
        services ->
            services
                .get(IntakeLinks.class)
                .begin(
                    new BeginByLink(
                        "Mailed", "Lena", "1990-04-17", Language.es, UUID.randomUUID())));
  }

  private static void mail(MadeLink link, String address) {
    clinics.as(
        LoadedDemonstration.DESK,
        services -> {
          services.get(IntakeLinks.class).mail(new MailLink(link.linkId(), address, LETTER));
          return null;
        });
  }

  private static void revoke(MadeLink link) {
    clinics.as(
        LoadedDemonstration.DESK,
        services -> {
          services.get(IntakeLinks.class).revoke(link.intakeId());
          return null;
        });
  }

  /** Everything that is due now, in every clinic; returns how many messages were tried. */
  private int pass() {
    return pass(server.getSmtp().getPort());
  }

  private static int pass(int port) {
    MailServer here = new MailServer("127.0.0.1", port, "desk@clinic.example", "none", "", "");
    List<Long> due =
        clinics.work(services -> services.get(MailDelivery.class).clinicsDue(clinics.now()));
    int tried = 0;
    for (long clinic : due) {
      for (Optional<DueMessage> message = claim(clinic);
          message.isPresent();
          message = claim(clinic)) {
        DueMessage claimed = message.get();
        clinics.work(
            services -> {
              services.get(Mail.class).use(here);
              services
                  .get(MailDelivery.class)
                  .note(
                      claimed,
                      claimed
                          .letter()
                          .flatMap(
                              letter ->
                                  services
                                      .get(Mail.class)
                                      .send(claimed.address(), letter, clinics.now())),
                      clinics.now());
              return null;
            });
        tried++;
      }
    }
    return tried;
  }

  private static Optional<DueMessage> claim(long clinic) {
    return clinics.work(services -> services.get(MailDelivery.class).claim(clinic, clinics.now()));
  }

  private static String row(MadeLink link) {
    return LoadedDemonstration.rows(
            clinics,
            LoadedDemonstration.DESK,
            "select concat_ws(' ', state, tries, problem, sealed is null) from message where link_id = "
                + link.linkId())
        .get(0);
  }

  @Test
  void R14_3_a_letter_goes_out_once_and_nothing_of_it_stays() throws Exception {
    MadeLink link = link();
    mail(link, ADDRESS);
    assertThat(row(link)).isEqualTo("QUEUED 0 f");

    assertThat(pass()).isEqualTo(1);
    assertThat(pass()).isZero();
    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getSubject()).isEqualTo(LETTER.subject());
    assertThat(received[0].getContent().toString().replace("\r\n", "\n")).isEqualTo(LETTER.text());
    assertThat(received[0].getRecipients(RecipientType.TO)[0]).hasToString(ADDRESS);
    assertThat(received[0].getFrom()[0]).hasToString("desk@clinic.example");
    assertThat(row(link)).isEqualTo("SENT 1 t");
  }

  @Test
  void R14_3_the_desk_sees_how_far_it_is() {
    MadeLink link = link();
    mail(link, ADDRESS);
    pass();
    LinkLine line =
        clinics.as(
            LoadedDemonstration.DESK,
            services -> services.get(IntakeLinks.class).ofIntake(link.intakeId()).orElseThrow());
    assertThat(line.letter().state()).hasToString("SENT");
    assertThat(line.letter().address()).isEqualTo(ADDRESS);
  }

  @Test
  void R14_4_what_waits_cannot_be_read_in_the_database() {
    MadeLink link = link();
    mail(link, ADDRESS);
    String sealed =
        LoadedDemonstration.rows(
                clinics,
                LoadedDemonstration.DESK,
                "select sealed from message where link_id = " + link.linkId())
            .get(0);
    assertThat(sealed).doesNotContain("secret").hasSizeGreaterThan(60);
    assertThat(new SealedLetter(sealed).open(link.linkId(), ADDRESS)).contains(LETTER);
    assertThat(new SealedLetter(sealed).open(link.linkId(), "other@example.org")).isEmpty();
    String changed = (sealed.charAt(20) == 'A' ? "B" : "A") + sealed.substring(21);
    assertThat(new SealedLetter(sealed.substring(0, 20) + changed).open(link.linkId(), ADDRESS))
        .isEmpty();
    pass();
  }

  @Test
  void R14_1_an_unreachable_server_is_tried_again_and_then_given_up() {
    MadeLink link = link();
    mail(link, ADDRESS);
    int closed = server.getSmtp().getPort();
    server.stop();
    for (Duration wait :
        List.of(
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6))) {
      if (!wait.isZero()) {
        clinics.pass(wait.minusSeconds(1));
        assertThat(pass(closed)).as("before " + wait).isZero();
        clinics.pass(Duration.ofSeconds(1));
      }
      assertThat(pass(closed)).as("after " + wait).isEqualTo(1);
    }
    assertThat(row(link)).isEqualTo("FAILED 6 UNREACHABLE t");
  }

  @Test
  void R14_5_the_letter_of_a_revoked_link_is_not_sent() {
    MadeLink link = link();
    mail(link, ADDRESS);
    revoke(link);
    assertThat(pass()).isZero();
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(row(link)).isEqualTo("CANCELLED 0 t");
    assertThatThrownBy(() -> mail(link, ADDRESS)).hasMessageStartingWith("link.closed");
  }

  @Test
  void R14_1_a_link_is_mailed_once_and_only_to_an_address() {
    MadeLink link = link();
    assertThatThrownBy(() -> mail(link, "nobody"))
        .hasMessageStartingWith("invalid.email.malformed");
    assertThatThrownBy(() -> mail(link, "a@b.example\r\nBcc: x@y.example"))
        .hasMessageStartingWith("invalid.email");
    mail(link, ADDRESS);
    assertThatThrownBy(() -> mail(link, ADDRESS)).hasMessageStartingWith("link.mailed");
    pass();
  }

  @Test
  void R14_3_a_try_that_nobody_heard_of_again_is_not_made_again_at_once() {
    MadeLink link = link();
    mail(link, ADDRESS);
    long clinic =
        clinics.work(services -> services.get(MailDelivery.class).clinicsDue(clinics.now())).get(0);
    assertThat(claim(clinic)).isPresent();
    assertThat(claim(clinic)).isEmpty();
    clinics.pass(Duration.ofMinutes(1));
    assertThat(pass()).isEqualTo(1);
    assertThat(row(link)).isEqualTo("SENT 2 t");
  }

  @Test
  void R14_1_what_can_be_no_address_fails_at_once() {
    MadeLink link = link();
    mail(link, "a..b@example.org");
    pass();
    assertThat(row(link)).isEqualTo("FAILED 1 REFUSED t");
  }

  @Test
  void R14_6_nothing_goes_out_in_clear_text_by_a_slip() {
    Map<String, String> blank =
        Map.of(
            "PACEGATE_SMTP_HOST", "mail.example",
            "PACEGATE_SMTP_FROM", "a@b.example",
            "PACEGATE_SMTP_PORT", " ",
            "PACEGATE_SMTP_ENCRYPTION", "");
    assertThat(
            MailServer.of(blank).orElseThrow().session().getProperty("mail.smtp.starttls.required"))
        .isEqualTo("true");
    assertThatThrownBy(() -> new MailServer("mail.example", 25, "a@b.example", "ssl", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void R14_6_withoutwithout_host_or_sender_nothing_is_offered() {
    assertThat(MailServer.of(Map.of())).isEmpty();
    assertThat(MailServer.of(Map.of("PACEGATE_SMTP_HOST", "mail.example"))).isEmpty();
    assertThat(
            MailServer.of(
                Map.of("PACEGATE_SMTP_HOST", "mail.example", "PACEGATE_SMTP_FROM", "a@b.example")))
        .hasValueSatisfying(
            here -> {
              assertThat(here.port()).isEqualTo(587);
              assertThat(here.session().getProperty("mail.smtp.starttls.required"))
                  .isEqualTo("true");
            });
  }
}
