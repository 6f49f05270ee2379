package org.pacegate.service.clinic;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Account;
import org.pacegate.domain.clinic.Practitioner;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** The administrator's work with the people of the clinic. */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class Accounts {

  private static final Set<Role> CLINICAL = Set.of(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN);

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private Passwords passwords;
  @Inject private Administrators administrators;
  @Inject private AuditTrail audit;

  /** Everybody with an account, by name. */
  public List<AccountLine> all() {
    return Row.list(
        em.createNativeQuery(
            """
            select a.id, a.version, p.id, p.family_name, p.given_name, a.login,
                   a.disabled_at is not null, a.must_change_password,
                   (select string_agg(r.role, ',') from account_role r
                     where r.clinic_id = a.clinic_id and r.account_id = a.id)
              from account a
              join practitioner p on p.clinic_id = a.clinic_id and p.id = a.practitioner_id
             order by searchable(p.family_name), searchable(p.given_name), a.id"""),
        this::line);
  }

  /**
   * One of them.
   *
   * @throws NoSuchRecord if the clinic has no such account
   */
  public AccountLine one(long accountId) {
    return all().stream()
        .filter(line -> line.accountId() == accountId)
        .findAny()
        .orElseThrow(() -> unknown(accountId));
  }

  private static NoSuchRecord unknown(long accountId) {
    return new NoSuchRecord("Account", accountId);
  }

  private AccountLine line(Row row) {
    return new AccountLine(
        row.id(0),
        row.id(1),
        row.id(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.flag(6),
        row.flag(7),
        row.id(0) == clinic.acting().accountId(),
        roles(row.text(8)));
  }

  private static Set<Role> roles(String names) {
    return names == null
        ? Set.of()
        : Arrays.stream(names.split(",")).map(Role::valueOf).collect(Collectors.toSet());
  }

  /**
   * Opens an account for a new person.
   *
   * @throws org.pacegate.domain.shared.InvalidValue {@code login.taken} if anybody has the login
   */
  public OneTimePassword open(OpenAccount person) {
    Practitioner practitioner = new Practitioner(person.familyName(), person.givenName());
    em.persist(practitioner);
    String password = passwords.oneTime();
    Account account =
        new Account(
            practitioner.id(),
            person.login(),
            passwords.hash(password),
            person.language(),
            person.roles());
    em.persist(account);
    Taken.flush(em, "login");
    record(AuditAction.CREATE, account, names(person.roles()));
    return new OneTimePassword(account.login(), password);
  }

  /** Gives an account exactly these roles, from the person's next request on. */
  public void grant(AccountVersion seen, Set<Role> roles) {
    Account account = account(seen);
    if (isOwn(account) && !roles.contains(Role.ADMIN)) {
      throw new DomainRefusal("account.ownAdministration", "account " + account.id());
    }
    if (account.holds(Role.ADMIN) && !roles.contains(Role.ADMIN)) {
      expectOtherAdministrator(account);
    }
    if (isOwn(account) && givesClinicalRole(account, roles) && hasOtherAdministrator(account)) {
      throw new DomainRefusal("account.ownClinicalRole", "account " + account.id());
    }
    String before = names(account.roles());
    account.grant(roles);
    record(AuditAction.CHANGE, account, before + " to " + names(roles));
  }

  public void disable(AccountVersion seen) {
    Account account = account(seen);
    if (isOwn(account)) {
      throw new DomainRefusal("account.ownAdministration", "account " + account.id());
    }
    if (account.holds(Role.ADMIN)) {
      expectOtherAdministrator(account);
    }
    account.disable(clinic.now());
    record(AuditAction.CHANGE, account, "disabled");
  }

  public void enable(AccountVersion seen) {
    Account account = account(seen);
    account.enable();
    record(AuditAction.CHANGE, account, "enabled");
  }

  /** Replaces a forgotten password, and ends the sessions that were opened with it. */
  public OneTimePassword reset(AccountVersion seen) {
    Account account = account(seen);
    if (isOwn(account)) {
      throw new DomainRefusal("account.ownReset", "account " + account.id());
    }
    String password = passwords.oneTime();
    account.resetTo(passwords.hash(password));
    record(AuditAction.CHANGE, account, "one-time password");
    return new OneTimePassword(account.login(), password);
  }

  /**
   * Two administrators may act on each other at the same moment: the caller may be none any more.
   */
  private void expectOtherAdministrator(Account account) {
    if (!hasOtherAdministrator(account)) {
      throw new DomainRefusal("account.lastAdministrator", "account " + account.id());
    }
  }

  private boolean hasOtherAdministrator(Account account) {
    return administrators.existBeside(account.id());
  }

  /** Administering gives no view of a record: whoever wants one is given it by somebody else. */
  private static boolean givesClinicalRole(Account account, Set<Role> roles) {
    return roles.stream().anyMatch(role -> CLINICAL.contains(role) && !account.holds(role));
  }

  private void record(AuditAction action, Account account, String detail) {
    audit.record(action, "Account", account.id(), null, detail);
  }

  private static String names(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
  }

  private Account account(AccountVersion seen) {
    Account account = em.find(Account.class, seen.accountId());
    if (account == null) {
      throw unknown(seen.accountId());
    }
    account.expectVersion(seen.version());
    return account;
  }

  private boolean isOwn(Account account) {
    return account.id() == clinic.acting().accountId();
  }
}
