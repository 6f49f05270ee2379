package org.pacegate.service.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Jakarta Security's view of the accounts. */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

  private SignIn signIn;

  protected AccountIdentityStore() {}

  @Inject
  AccountIdentityStore(SignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof SignInAttempt attempt)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    return signIn
        .check(attempt)
        .map(person -> new CredentialValidationResult(person.login(), person.groups()))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }
}
