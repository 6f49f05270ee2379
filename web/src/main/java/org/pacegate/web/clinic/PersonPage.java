package org.pacegate.web.clinic;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Set;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.clinic.AccountLine;
import org.pacegate.service.clinic.AccountVersion;
import org.pacegate.service.clinic.Accounts;
import org.pacegate.service.clinic.OneTimePassword;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** What an administrator may do with one person's account. */
@Named
@RequestScoped
public class PersonPage {

  @Inject private Accounts accounts;
  @Inject private Refusals refusals;
  @Inject private Translations words;

  private long account;
  private Long version;
  private Role[] roles;
  private AccountLine line;
  private OneTimePassword handedOver;

  /** The record travels with every request, so that the page is built before it is asked. */
  @PostConstruct
  void readRecord() {
    account = AddressNumber.id("account");
  }

  /** Reads the record before anything is drawn. */
  public void load() {
    getLine();
  }

  public void grant() {
    change(() -> accounts.grant(seen(), chosen()), "person.roles.saved");
  }

  public void disable() {
    change(() -> accounts.disable(seen()), "person.disabled.saved");
  }

  public void enable() {
    change(() -> accounts.enable(seen()), "person.enabled.saved");
  }

  public void reset() {
    change(() -> handedOver = accounts.reset(seen()), "person.reset.saved");
  }

  private AccountVersion seen() {
    // A form without its version was not filled in on this page; no record has the version -1.
    return new AccountVersion(account, version == null ? -1 : version);
  }

  private Set<Role> chosen() {
    return roles == null ? Set.of() : Set.copyOf(Arrays.asList(roles));
  }

  private void change(Runnable change, String news) {
    try {
      change.run();
      refusals.newsHere(words.say("clinic", news));
      version = null;
      roles = null;
    } catch (DomainRefusal refused) {
      refusals.show("clinic", refused);
    }
    line = null;
  }

  public AccountLine getLine() {
    if (line == null) {
      line = accounts.one(account);
    }
    return line;
  }

  public OneTimePassword getHandedOver() {
    return handedOver;
  }

  public Role[] getAllRoles() {
    return Role.values();
  }

  public long getAccount() {
    return account;
  }

  public void setAccount(long account) {
    this.account = account;
  }

  public long getVersion() {
    return version == null ? getLine().version() : version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public Role[] getRoles() {
    return roles == null ? getLine().roles().toArray(Role[]::new) : roles.clone();
  }

  public void setRoles(Role[] roles) {
    this.roles = roles.clone();
  }
}
