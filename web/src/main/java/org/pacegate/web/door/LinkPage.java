package org.pacegate.web.door;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.omnifaces.util.Faces;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.door.BeginByLink;
import org.pacegate.service.door.BeginForPatient;
import org.pacegate.service.door.IntakeLinks;
import org.pacegate.service.door.LinkLine;
import org.pacegate.service.door.MadeLink;
import org.pacegate.service.door.MailLink;
import org.pacegate.service.door.MakeLink;
import org.pacegate.service.message.Mail;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;

/** Makes a link and shows it, once, on a page to be printed (R4.126). */
@Named
@RequestScoped
public class LinkPage {

  /** The page of one intake's link; the other one begins an intake. */
  private static final String OF_INTAKE = "/intake/link.xhtml";

  @Inject private IntakeLinks links;
  @Inject private LinkPaper paper;
  @Inject private Refusals refusals;
  @Inject private SubmissionKey key;
  @Inject private Mail mail;

  private long intake;
  private long patient;
  private String familyName;
  private String givenName;
  private String birthDate;
  private String speaks;
  private String email;
  private boolean mailed;
  private MadeLink made;
  private LinkLine line;
  private boolean read;

  /** 0 for what the address does not name. */
  @PostConstruct
  void readAddress() {
    intake = OF_INTAKE.equals(Faces.getViewId()) ? AddressNumber.id("id") : 0;
    patient = AddressNumber.id("patient");
  }

  /** Shows the page, or says that there is no such intake. */
  public void open() {
    try {
      if (intake > 0) {
        getLine();
        return;
      }
    } catch (NoSuchRecord none) {
      // Answered below.
    }
    MissingRecord.answer();
  }

  /** For somebody new, for a known patient, or for an unfinished intake. */
  public void make() {
    made(
        () -> {
          if (intake > 0) {
            return links.make(new MakeLink(intake, key.getValue(), spoken()));
          }
          return patient > 0
              ? links.beginFor(new BeginForPatient(patient, key.getValue(), spoken()))
              : links.begin(
                  new BeginByLink(familyName, givenName, birthDate, spoken(), key.getValue()));
        });
  }

  private void made(Supplier<MadeLink> making) {
    try {
      made = making.get();
      if (!getEmail().isBlank() && isMailOffered()) {
        links.mail(new MailLink(made.linkId(), getEmail(), paper.letter(made)));
        mailed = true;
      }
    } catch (DomainRefusal refused) {
      refusals.show("door", refused);
    }
  }

  /** Whether the clinic can send e-mail. */
  public boolean isMailOffered() {
    return mail.isOffered();
  }

  /** Whether the link just made goes by e-mail. */
  public boolean isMailed() {
    return mailed;
  }

  /** The address that it goes to; what is known of the runner unless it was typed. */
  public String getEmail() {
    if (email == null) {
      email = isMailOffered() ? known() : "";
    }
    return email;
  }

  private String known() {
    try {
      return (intake > 0
              ? links.emailOf(intake)
              : patient > 0 ? links.emailOfPatient(patient) : Optional.<String>empty())
          .orElse("");
    } catch (NoSuchRecord none) {
      // Making the link says so.
      return "";
    }
  }

  public void setEmail(String email) {
    this.email = email == null ? "" : email.strip();
  }

  public void revoke() {
    try {
      links.revoke(intake);
      refusals.newsThere(
          "door", "link.revoked", Faces.getRequestContextPath() + OF_INTAKE + "?id=" + intake);
    } catch (DomainRefusal refused) {
      refusals.show("door", refused);
    }
  }

  /** 0 while none is begun. */
  long intake() {
    return intake;
  }

  /** 0 for somebody new. */
  long patient() {
    return patient;
  }

  private Language spoken() {
    return Language.valueOf(getSpeaks());
  }

  /** The link just made; null before. */
  public MadeLink getMade() {
    return made;
  }

  /** The link that the intake has, or null. */
  public LinkLine getLine() {
    if (!read && intake > 0 && made == null) {
      line = links.ofIntake(intake).orElse(null);
      read = true;
    }
    return line;
  }

  /** Whether somebody new is asked for. */
  public boolean isForSomebodyNew() {
    return intake == 0 && patient == 0;
  }

  /** Where the runner gets in. */
  public String getAddress() {
    return paper.address(made);
  }

  /** Where a code is typed. */
  public String getCodeAddress() {
    return paper.codeAddress(made);
  }

  /** Words of the paper, in the runner's language. */
  public String say(String name) {
    return paper.say(made, name);
  }

  /** Until when it opens, in the runner's language. */
  public String getUntil() {
    return paper.until(made);
  }

  public QrPicture getPicture() {
    return QrPicture.of(getAddress());
  }

  public String getFamilyName() {
    return familyName;
  }

  public void setFamilyName(String familyName) {
    this.familyName = familyName;
  }

  public String getGivenName() {
    return givenName;
  }

  public void setGivenName(String givenName) {
    this.givenName = givenName;
  }

  public String getBirthDate() {
    return birthDate;
  }

  public void setBirthDate(String birthDate) {
    this.birthDate = birthDate;
  }

  public String getSpeaks() {
    return Objects.requireNonNullElse(speaks, paper.deskLanguage());
  }

  public void setSpeaks(String speaks) {
    this.speaks = speaks;
  }
}
