package org.pacegate.service.shared;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Attribution;

/**
 * The transaction's clinic, person and instant. Kept with the transaction and nowhere else: what
 * one transaction knows, the next one asks again.
 */
@ApplicationScoped
public class ClinicContext {

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private Clock clock;

  /** Whether the transaction has entered a clinic. */
  public boolean isEntered() {
    return transaction.getResource(Acting.class) != null || door().isPresent();
  }

  /**
   * Enters the clinic of a runner at a door of their own for the rest of the transaction: nobody of
   * the clinic acts.
   *
   * @param sessionHash SHA-256 of what the runner's browser keeps, hexadecimal
   * @return empty when no such session is open at this instant
   */
  public Optional<DoorVisit> enterByDoor(String sessionHash) {
    Optional<DoorVisit> visit =
        Row.list(
                em.createNativeQuery(
                        "select clinic_id, clinic_name, time_zone, demonstration, language,"
                            + " session_id, link_id, intake_id, door, current_session, shown,"
                            + " policy_lines(entered.clinic_id)"
                            + " from enter_door(?, ?) entered")
                    .setParameter(1, sessionHash)
                    .setParameter(2, Timestamp.from(now())),
                ClinicContext::visit)
            .stream()
            .findFirst();
    visit.ifPresent(entered -> transaction.putResource(DoorVisit.class, entered));
    return visit;
  }

  private static DoorVisit visit(Row row) {
    return new DoorVisit(
        row.id(0),
        row.text(1),
        ZoneId.of(row.text(2)),
        row.flag(3),
        Language.valueOf(row.text(4)),
        row.id(5),
        row.idOrNull(6),
        row.id(7),
        row.constant(8, Door.class),
        row.flag(9),
        row.flag(10),
        PolicyLines.read(row.text(11)));
  }

  /** The runner who acts; empty when somebody of the clinic does. */
  public Optional<DoorVisit> door() {
    return Optional.ofNullable((DoorVisit) transaction.getResource(DoorVisit.class));
  }

  /**
   * Enters the clinic of a login for the rest of the transaction.
   *
   * @throws EJBAccessException for a login that is unknown or disabled
   */
  public Acting enter(String login) {
    List<?> rows =
        em.createNativeQuery(
                "select clinic_id, clinic_name, time_zone, demonstration, practitioner_id,"
                    + " family_name, given_name, account_id, session_epoch, must_change_password,"
                    // Correlated, so that it is read when the clinic is entered.
                    + " language, roles, policy_lines(entered.clinic_id)"
                    + " from enter_clinic(?) entered")
            .setParameter(1, login)
            .getResultList();
    if (rows.isEmpty()) {
      throw new EJBAccessException("no clinic for this login");
    }
    Acting acting = acting(new Row(rows.get(0)));
    transaction.putResource(Acting.class, acting);
    return acting;
  }

  private static Acting acting(Row row) {
    String roles = row.text(11);
    return new Acting(
        row.id(0),
        row.text(1),
        ZoneId.of(row.text(2)),
        row.flag(3),
        row.id(4),
        row.text(5),
        row.text(6),
        row.id(7),
        (int) row.id(8),
        row.flag(9),
        Language.valueOf(row.text(10)),
        roles == null
            ? Set.of()
            : Arrays.stream(roles.split(",")).map(Role::valueOf).collect(Collectors.toSet()),
        PolicyLines.read(row.text(12)));
  }

  /**
   * Enters a clinic for the rest of the transaction with nobody acting, for what a timer does: the
   * clinic's policies hold, and whatever only a practitioner may record refuses.
   */
  public void enterAsNobody(long clinic) {
    em.createNativeQuery(
            "select set_config('pacegate.clinic', ?1, true),"
                + " set_config('pacegate.practitioner', '', true)")
        .setParameter(1, Long.toString(clinic))
        .getSingleResult();
  }

  /** Who acts. */
  public Acting acting() {
    Acting acting = (Acting) transaction.getResource(Acting.class);
    if (acting == null) {
      throw new IllegalStateException("the transaction has not entered a clinic");
    }
    return acting;
  }

  /** The transaction's one instant. */
  public Instant now() {
    Instant now = (Instant) transaction.getResource(Instant.class);
    if (now == null) {
      now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      transaction.putResource(Instant.class, now);
    }
    return now;
  }

  /** The clinic's calendar day. */
  public LocalDate today() {
    return LocalDate.ofInstant(now(), zone());
  }

  /** The clinic's time zone. */
  public ZoneId zone() {
    return door().map(DoorVisit::zone).orElseGet(() -> acting().zone());
  }

  /** Who may diagnose in the clinic, also where nobody acts. */
  public DiagnosisPolicy policy() {
    Acting acting = (Acting) transaction.getResource(Acting.class);
    return acting == null
        ? door().map(DoorVisit::policy).orElseGet(this::policyForNobody)
        : acting.policy();
  }

  private DiagnosisPolicy policyForNobody() {
    return PolicyLines.read(
        (String) em.createNativeQuery("select policy_lines(current_clinic())").getSingleResult());
  }

  /** The person and the instant of this transaction, for whatever is recorded in it. */
  public Attribution attribution() {
    return door().isPresent()
        ? Attribution.ofRunner(now(), zone())
        : Attribution.of(acting().practitionerId(), now(), zone());
  }
}
