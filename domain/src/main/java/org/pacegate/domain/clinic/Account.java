package org.pacegate.domain.clinic;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * Lets a person sign in, with the roles they hold.
 *
 * <p>An account starts with a password that an administrator handed over and that only serves to
 * choose an own one. Whatever weakens the trust in its sessions - a new password, "sign out
 * everywhere", disabling - raises the session epoch, and sessions of an older epoch end at their
 * next request.
 */
@Entity
public class Account extends ClinicRecord {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,98}[a-z0-9]");

  @Column(name = "practitioner_id")
  private long practitionerId;

  private String login;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "must_change_password")
  private boolean mustChangePassword;

  @Column(name = "session_epoch")
  private int sessionEpoch;

  @Enumerated(EnumType.STRING)
  private Language language;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  @ElementCollection
  @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = new HashSet<>();

  protected Account() {}

  /**
   * @param login the name to sign in with; stored in lower case
   * @param oneTimePasswordHash hash of a password that has to be changed at the first sign-in
   * @throws InvalidValue for a login with other characters than letters, digits and {@code . _ @
   *     -}, no language or no role
   */
  public Account(
      long practitionerId,
      String login,
      String oneTimePasswordHash,
      Language language,
      Set<Role> roles) {
    this.practitionerId = practitionerId;
    this.login = lowerCase(login);
    resetTo(oneTimePasswordHash);
    speak(language);
    grant(roles);
  }

  private static String lowerCase(String login) {
    String name = Words.required("login", login, 100).toLowerCase(Locale.ROOT);
    if (!LOGIN.matcher(name).matches()) {
      throw new InvalidValue("login", "characters");
    }
    return name;
  }

  /** The owner chose a password of their own (R11.7). */
  public void choosePassword(String hash) {
    replacePassword(hash);
    this.mustChangePassword = false;
  }

  /** An administrator replaced a forgotten password by a one-time password (R11.7). */
  public final void resetTo(String oneTimePasswordHash) {
    replacePassword(oneTimePasswordHash);
    this.mustChangePassword = true;
  }

  private void replacePassword(String hash) {
    this.passwordHash = Objects.requireNonNull(hash, "hash");
    signOutEverywhere();
  }

  /** The same password under stronger hash parameters; ends no session. */
  public void rehash(String hash) {
    this.passwordHash = Objects.requireNonNull(hash, "hash");
  }

  /** Ends every session that was started until now (R11.8). */
  public final void signOutEverywhere() {
    this.sessionEpoch++;
  }

  /** Shows the product in this language from now on. */
  public final void speak(Language chosen) {
    if (chosen == null) {
      throw new InvalidValue("language", "missing");
    }
    this.language = chosen;
  }

  /** Holds exactly these roles from now on (R11.9). */
  public final void grant(Set<Role> granted) {
    if (granted == null || granted.isEmpty()) {
      throw new InvalidValue("roles", "missing");
    }
    roles.retainAll(granted);
    roles.addAll(granted);
  }

  /** Refuses further sign-ins and ends every session (R11.9). */
  public void disable(Instant at) {
    if (isDisabled()) {
      throw new DomainRefusal("account.alreadyDisabled", "account " + id());
    }
    this.disabledAt = Objects.requireNonNull(at, "at");
    signOutEverywhere();
  }

  public void enable() {
    if (!isDisabled()) {
      throw new DomainRefusal("account.notDisabled", "account " + id());
    }
    this.disabledAt = null;
  }

  public boolean isDisabled() {
    return disabledAt != null;
  }

  public boolean holds(Role role) {
    return roles.contains(role);
  }

  public Set<Role> roles() {
    return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
  }

  public long practitionerId() {
    return practitionerId;
  }

  public String login() {
    return login;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public boolean mustChangePassword() {
    return mustChangePassword;
  }

  public int sessionEpoch() {
    return sessionEpoch;
  }

  public Language language() {
    return language;
  }
}
