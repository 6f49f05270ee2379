package org.pacegate.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.util.Faces;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.EmergencyRecords;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.service.intake.IdentifyPatient;
import org.pacegate.service.intake.RecordConsent;
import org.pacegate.service.intake.RecordToComplete;
import org.pacegate.web.shared.Refusals;

/** What an emergency left no time for: who it is, and the consent (R4.21). */
@Named
@ViewScoped
public class CompletionPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private EmergencyRecords records;
  @Inject private transient Refusals refusals;
  @Inject private ProblemWords problems;

  private long id;
  private transient RecordToComplete record;
  private HashMap<String, String> typed;
  private String text;
  private boolean agreed;
  private boolean whole;
  private String signature;
  private String drawn;
  private String relation;

  /** Reads the record, or finds that nothing is missing in it. */
  public void open() {
    isLacking();
  }

  /** Whether the emergency left anything open at all. */
  public boolean isLacking() {
    return getRecord() != null;
  }

  /** The record, or null if the intake lacked nothing. */
  public RecordToComplete getRecord() {
    if (record == null && !whole) {
      try {
        take(records.open(id));
      } catch (DomainRefusal refused) {
        if (!"intake.complete".equals(refused.code())) {
          throw refused;
        }
        whole = true;
      }
    }
    return record;
  }

  private void take(RecordToComplete read) {
    record = read;
    if (typed == null) {
      typed = new HashMap<>(known(read.person()));
    }
  }

  private static Map<String, String> known(Person person) {
    HashMap<String, String> known = new HashMap<>();
    known.put("person.familyName", name(person.familyName()));
    known.put("person.givenName", name(person.givenName()));
    known.put("person.birthDate", Objects.toString(person.birthDate(), ""));
    known.put("person.sex", person.sex().name());
    known.put("person.phone", Objects.toString(person.phone(), ""));
    known.put("person.email", Objects.toString(person.email(), ""));
    known.put("person.language", person.language().name());
    return known;
  }

  private static String name(String name) {
    return name.equals(Person.UNKNOWN) ? "" : name;
  }

  public void identify() {
    Map<String, String> given = new HashMap<>(typed);
    given.values().removeIf(Objects::isNull);
    try {
      List<FieldProblem> wrong = records.identify(new IdentifyPatient(id, given));
      wrong.forEach(
          each ->
              IntakeWords.problem(
                  ShownProblem.target(each.field()), problems.of(each, given.get(each.field()))));
      if (wrong.isEmpty()) {
        goOn("complete.identified");
      }
    } catch (DomainRefusal refused) {
      refusals.show("intake", refused);
    }
  }

  public void recordConsent() {
    if (!agreed) {
      IntakeWords.problem(
          "consent-given", IntakeWords.in(Faces.getLocale()).say("problem.consent.given.missing"));
      return;
    }
    try {
      List<FieldProblem> wrong = records.consent(new RecordConsent(id, text, signed()));
      wrong.forEach(
          each -> IntakeWords.problem(ShownProblem.target(each.field()), problems.of(each, "")));
      if (wrong.isEmpty()) {
        goOn("complete.consented");
      }
    } catch (DomainRefusal refused) {
      refusals.show("intake", refused);
    }
  }

  private Map<String, String> signed() {
    Map<String, String> signed = new HashMap<>();
    signed.put("consent.signature", Objects.requireNonNullElse(signature, ""));
    signed.put("consent.drawn", Objects.requireNonNullElse(drawn, ""));
    signed.put("consent.relation", Objects.requireNonNullElse(relation, ""));
    return signed;
  }

  /** Here until nothing is missing, then to the patient. */
  private void goOn(String news) {
    RecordToComplete now = records.open(id);
    String path =
        now.identified() && now.consentGiven()
            ? "/patient/patient.xhtml?id=" + now.patientId()
            : "/intake/complete.xhtml?id=" + id;
    refusals.newsThere("intake", news, Faces.getRequestContextPath() + path);
  }

  /** The consent text's parts: the first is its title. */
  public List<String> getParagraphs() {
    return List.of(getRecord().text().text().split("\\R\\s*\\R"));
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  /** The text that this page shows. */
  public String getText() {
    return getRecord().text().id();
  }

  public void setText(String text) {
    this.text = text;
  }

  public boolean isAgreed() {
    return agreed;
  }

  public void setAgreed(boolean agreed) {
    this.agreed = agreed;
  }

  /** The name of who signs. */
  public String getSignature() {
    return signature;
  }

  public void setSignature(String signature) {
    this.signature = signature;
  }

  /** The way of the pen. */
  public String getDrawn() {
    return drawn;
  }

  public void setDrawn(String drawn) {
    this.drawn = drawn;
  }

  /** Who signs, or null as long as nobody said. */
  public String getRelation() {
    return relation;
  }

  public void setRelation(String relation) {
    this.relation = relation;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
