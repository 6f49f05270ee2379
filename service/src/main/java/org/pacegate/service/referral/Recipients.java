package org.pacegate.service.referral;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.referral.ContactWays;
import org.pacegate.domain.referral.PreferredRecipient;
import org.pacegate.domain.referral.Recipient;
import org.pacegate.domain.referral.TargetSet;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** The directory of whom the clinic asks outside (R5.24). It names no patient. */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class Recipients {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private RecipientReading reading;

  /** All of them, those in use first. */
  @RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN", "ADMIN"})
  public List<RecipientView> all() {
    return reading.all();
  }

  /**
   * One of them.
   *
   * @throws NoSuchRecord if the clinic's directory has no such entry
   */
  @RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN", "ADMIN"})
  public RecipientView open(long recipientId) {
    return reading.one(recipientId).stream().findFirst().orElseThrow(() -> unknown(recipientId));
  }

  /**
   * Enters somebody; returns their id. A second click with the same key gives the first one's.
   *
   * @throws InvalidValue for what is missing or malformed; {@code name.taken} for one that is there
   * @throws DomainRefusal {@code submission.keyUsed} for a key that came with another name
   */
  @Command
  public long enter(@Valid EnterRecipient command) {
    RecipientForm form = command.form();
    Optional<Recipient> before = entered(command.key());
    if (before.isPresent()) {
      expectSame(before.get(), form);
      return before.get().id();
    }
    expectFree(form.name(), null);
    Recipient recipient =
        new Recipient(
            form.name(),
            TargetSet.of(form.serves()),
            new ContactWays(form.phone(), form.email(), form.address()),
            form.letterLanguage(),
            form.spokenLanguages(),
            form.note());
    recipient.enteredWith(command.key());
    em.persist(recipient);
    audit.record(AuditAction.CREATE, "Recipient", recipient.id(), null, serves(recipient));
    return recipient.id();
  }

  /**
   * What is known of them changes; for what they serve no longer nobody is asked first.
   *
   * @throws InvalidValue as {@link #enter}
   * @throws DomainRefusal {@code recipient.retired}
   * @throws org.pacegate.domain.shared.LostUpdate if the entry changed since it was shown
   */
  @Command
  public void amend(@Valid AmendRecipient command) {
    Recipient recipient = read(command.recipientId(), command.version());
    RecipientForm form = command.form();
    expectFree(form.name(), recipient.id());
    recipient.amend(
        form.name(),
        TargetSet.of(form.serves()),
        new ContactWays(form.phone(), form.email(), form.address()),
        form.letterLanguage(),
        form.spokenLanguages(),
        form.note());
    preferences().stream()
        .filter(each -> !recipient.serves().targets().contains(each.target()))
        .forEach(each -> each.drop(recipient));
    audit.record(AuditAction.CHANGE, "Recipient", recipient.id(), null, serves(recipient));
  }

  /**
   * Nobody is sent there any longer.
   *
   * @throws DomainRefusal {@code recipient.retired}
   * @throws org.pacegate.domain.shared.LostUpdate if the entry changed since it was shown
   */
  @Command
  public void retire(@Valid RetireRecipient command) {
    Recipient recipient = read(command.recipientId(), command.version());
    preferences().forEach(each -> each.drop(recipient));
    recipient.retire(clinic.attribution());
    audit.record(AuditAction.CHANGE, "Recipient", recipient.id(), null, "retired");
  }

  /**
   * They are asked first for this.
   *
   * @throws DomainRefusal {@code recipient.retired}, {@code recipient.notFor}
   */
  @Command
  public void prefer(@Valid PreferRecipient command) {
    Recipient recipient = find(command.recipientId());
    PreferredRecipient preferred =
        preferences().stream()
            .filter(each -> each.target() == command.target())
            .findFirst()
            .orElseGet(() -> new PreferredRecipient(command.target()));
    preferred.prefer(recipient);
    em.persist(preferred);
    audit.record(
        AuditAction.CHANGE, "Recipient", recipient.id(), null, "preferred for " + command.target());
  }

  private List<PreferredRecipient> preferences() {
    return em.createQuery("select p from PreferredRecipient p", PreferredRecipient.class)
        .getResultList();
  }

  private Optional<Recipient> entered(UUID key) {
    return em.createQuery("select r from Recipient r where r.submissionKey = :key", Recipient.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** The name may have been amended since; whoever goes back and types another means another. */
  private static void expectSame(Recipient before, RecipientForm form) {
    if (!before.name().equals(Words.required("name", form.name(), 200))) {
      throw new DomainRefusal("submission.keyUsed", "recipient " + before.id());
    }
  }

  private void expectFree(String name, Long own) {
    boolean taken =
        em.createQuery(
                "select r.id from Recipient r where lower(r.name) = lower(:name)"
                    + " and r.retiredAt is null",
                Long.class)
            .setParameter("name", Words.required("name", name, 200))
            .getResultStream()
            .anyMatch(each -> !each.equals(own));
    if (taken) {
      throw new InvalidValue("name", "taken");
    }
  }

  private Recipient read(long recipientId, long version) {
    Recipient recipient = find(recipientId);
    recipient.expectVersion(version);
    return recipient;
  }

  /** Nothing is sent there, and nobody asks them first, while it changes (R5.51). */
  private Recipient find(long recipientId) {
    Recipient recipient = em.find(Recipient.class, recipientId, LockModeType.PESSIMISTIC_WRITE);
    if (recipient == null) {
      throw unknown(recipientId);
    }
    return recipient;
  }

  private static String serves(Recipient recipient) {
    return recipient.serves().targets().stream()
        .sorted()
        .map(Target::name)
        .collect(Collectors.joining(", ", "serves ", ""));
  }

  private static NoSuchRecord unknown(long recipientId) {
    return new NoSuchRecord("Recipient", recipientId);
  }
}
