package org.pacegate.web.diagnosis;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.pacegate.domain.diagnosis.FindingSide;
import org.pacegate.domain.diagnosis.Measurement;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.diagnosis.Diagnoses;
import org.pacegate.service.diagnosis.DiagnosisView;
import org.pacegate.service.diagnosis.SignDiagnosis;
import org.pacegate.service.shared.FormDrafts;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;
import org.pacegate.web.shared.TypedForm;
import org.pacegate.web.shared.TypedNumber;

/** The diagnosis that is being written: kept as it is typed, signed with the password. */
@Named("signForm")
@ViewScoped
public class SignForm implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private DiagnosisPage page;
  @Inject private transient Diagnoses diagnoses;
  @Inject private transient FormDrafts drafts;
  @Inject private transient Refusals refusals;
  @Inject private transient Translations words;

  private UUID key = UUID.randomUUID();
  private TypedForm typed = new TypedForm();
  private transient String password;
  private Long revisesId;
  private boolean open;
  private boolean restored;
  private Instant savedAt;

  /** Begins with the kept text, else with what is to be revised, else with the complaint's site. */
  public void load() {
    DiagnosisView standing = page.getStanding();
    boolean revising = standing != null && "REVISE".equals(page.getAct());
    open =
        page.getDesk().mayDiagnose()
            && !page.isOver()
            && (standing == null || (revising && page.getDesk().mayEndStanding()));
    if (!open) {
      return;
    }
    revisesId = revising ? standing.diagnosisId() : null;
    restored = page.getDesk().draft() != null;
    if (restored) {
      typed = TypedForm.decode(page.getDesk().draft());
    } else {
      begin(standing);
    }
  }

  private void begin(DiagnosisView standing) {
    typed = new TypedForm();
    typed.fill("bodySite", page.getDesk().episode().bodySite());
    if (standing != null) {
      typed.fill("bodySite", standing.bodySite());
      typed.fill("code", standing.code());
      typed.fill("words", standing.words());
      standing
          .findings()
          .forEach(
              finding -> {
                FindingField field = FindingField.of(finding.test(), finding.side());
                typed.fill(field.name(), finding.value().stripTrailingZeros().toPlainString());
                if (field.choosesSide()) {
                  typed.fill(field + "_SIDE", finding.side());
                }
              });
    }
  }

  /** Keeps what was typed; a wrong number is kept as well as a right one. */
  public void save() {
    password = null;
    savedAt = drafts.save(Diagnoses.FORM, page.getEpisode(), typed.encode());
    Refusals.redraw(
        "sign",
        Stream.concat(Arrays.stream(FindingField.values()).map(f -> f + "Band"), Stream.of("codes"))
            .toList());
  }

  /** Throws the kept text away and begins anew. */
  public String startAfresh() {
    drafts.forget(Diagnoses.FORM, page.getEpisode());
    return "/diagnosis/diagnosis?faces-redirect=true&episode="
        + page.getEpisode()
        + (revisesId == null ? "" : "&act=REVISE");
  }

  /** Signs; on refusal everything stays in its field but the password. */
  public String sign() {
    List<Measurement> measured = measured();
    require("code", "words", "bodySite", "certainty");
    if (revisesId != null) {
      require("reason");
    }
    if (Faces.isValidationFailed()) {
      password = null;
      return null;
    }
    try {
      diagnoses.sign(command(measured));
      return page.again(revisesId == null ? "news.signed" : "news.REVISE");
    } catch (DomainRefusal refused) {
      key = TypedForm.keyAfter(refused, key);
      refusals.show("diagnosis", refused);
      page.forgetDesk();
      return null;
    } finally {
      password = null;
    }
  }

  private SignDiagnosis command(List<Measurement> measured) {
    return new SignDiagnosis(
        page.getEpisode(),
        revisesId,
        revisesId == null ? null : typed.text("reason"),
        typed.text("code"),
        typed.text("words"),
        typed.constant("bodySite", BodySite.class),
        typed.constant("certainty", VerificationStatus.class),
        measured,
        password,
        key);
  }

  private void require(String... fields) {
    Stream.of(fields)
        .filter(typed::isBlank)
        .forEach(field -> refusals.show("diagnosis", new InvalidValue(field, "missing")));
  }

  private List<Measurement> measured() {
    List<Measurement> measured = new ArrayList<>();
    for (FindingField field : FindingField.values()) {
      if (typed.isBlank(field.name())) {
        continue;
      }
      try {
        measured.add(
            field.measured(
                new TypedNumber(typed.text(field.name()))
                    .toNumber()
                    .orElseThrow(() -> new InvalidValue(field.name(), "noNumber")),
                typed.constant(field + "_SIDE", FindingSide.class)));
      } catch (InvalidValue invalid) {
        refusals.at(
            "side".equals(invalid.problem()) ? field + "_SIDE" : field.name(),
            words.say("diagnosis", "field." + field)
                + ": "
                + words.say("diagnosis", "refusal." + invalid.problem()));
      }
    }
    return measured;
  }

  /** Whether this view offers the form: settled when it was opened, so that no text vanishes. */
  public boolean isOpen() {
    return open;
  }

  public boolean isRevision() {
    return revisesId != null;
  }

  public boolean isRestored() {
    return restored;
  }

  public Instant getSavedAt() {
    return savedAt;
  }

  /** The typed fields by name. */
  public Map<String, String> getTyped() {
    return typed.fields();
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
