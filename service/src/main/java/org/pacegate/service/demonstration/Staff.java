package org.pacegate.service.demonstration;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.Account;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Practitioner;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.clinic.Role;

/** The people of a clinic, with what they may do. */
record Staff(List<Member> members, LocalDate today) {

  /**
   * @param licence as recorded, or null
   */
  record Member(Colleague colleague, long practitioner, Set<Role> roles, Licence licence) {

    boolean isPhysician() {
      return licence != null && licence.profession() == Profession.PHYSICIAN;
    }

    boolean lapses() {
      return colleague.lapsedOn().isPresent();
    }
  }

  /**
   * Records everybody; the first of the script has opened the clinic. All share the password that
   * is printed at the start, and its one hash: making a hash is slow on purpose.
   */
  static Staff employ(Script script, EntityManager em, LocalDate today) {
    List<Member> members = new ArrayList<>();
    Account first = settleIn(script.colleagues().get(0), em);
    for (Colleague colleague : script.colleagues()) {
      long practitioner =
          members.isEmpty() ? first.practitionerId() : employ(colleague, em, first.passwordHash());
      Licence licence = colleague.licence(practitioner, today).orElse(null);
      if (licence != null) {
        em.persist(licence);
      }
      Set<Role> roles = EnumSet.copyOf(colleague.account().roles());
      members.add(new Member(colleague, practitioner, roles, licence));
    }
    return new Staff(List.copyOf(members), today);
  }

  /** The administrator's one-time password becomes their own. */
  private static Account settleIn(Colleague administrator, EntityManager em) {
    Account account =
        em.createQuery("select a from Account a where a.login = :login", Account.class)
            .setParameter("login", administrator.account().login())
            .getSingleResult();
    account.choosePassword(account.passwordHash());
    return account;
  }

  private static long employ(Colleague colleague, EntityManager em, String hash) {
    var person = colleague.account();
    Practitioner practitioner = new Practitioner(person.familyName(), person.givenName());
    em.persist(practitioner);
    Account account =
        new Account(practitioner.id(), person.login(), hash, person.language(), person.roles());
    account.choosePassword(hash);
    em.persist(account);
    return practitioner.id();
  }

  /** Everybody with a role. */
  List<Member> holding(Role role) {
    return members.stream().filter(member -> member.roles().contains(role)).toList();
  }

  /** Physicians whose licence stands on a day and will still be found to have stood. */
  List<Member> physiciansOn(LocalDate day) {
    return members.stream()
        .filter(Member::isPhysician)
        .filter(member -> member.licence().validOn(day))
        .filter(
            member ->
                member.colleague().lapsedOn().map(today::plusDays).map(day::isBefore).orElse(true))
        .toList();
  }

  /** Whose licence will be found to have lapsed. */
  List<Member> lapsing() {
    return members.stream().filter(Member::lapses).toList();
  }

  Map<Long, Licence> licences() {
    return members.stream()
        .map(Member::licence)
        .filter(licence -> licence != null)
        .collect(Collectors.toMap(Licence::id, Function.identity()));
  }
}
