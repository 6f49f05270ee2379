package org.pacegate.web.clinic;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pacegate.service.clinic.AccountLine;
import org.pacegate.service.clinic.Accounts;

/** The people of the clinic. */
@Named
@RequestScoped
public class PeoplePage {

  @Inject private Accounts accounts;
  private List<AccountLine> people;

  public List<AccountLine> getPeople() {
    if (people == null) {
      people = accounts.all();
    }
    return people;
  }
}
