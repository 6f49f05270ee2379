package org.pacegate.service.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pacegate.service.schema.SchemaTestDatabase;
import org.pacegate.service.schema.Sql;
import org.pacegate.service.schema.ValidCourse;

@DisplayName("R9.7 A failed sign-in")
class SignInTrailTest {

  private static final String EVENTS =
      "select concat_ws(' ', action, entity_id, practitioner_id, detail)"
          + " from audit.events_of_clinic(null, null, 10)";

  private final ValidCourse clinic = ValidCourse.in(1);
  private SchemaTestDatabase database;
  private SignInTrail trail;

  @BeforeEach
  void openTwoClinics() throws SQLException {
    database = SchemaTestDatabase.fresh();
    for (ValidCourse each : List.of(clinic, ValidCourse.in(2))) {
      try (Connection application = database.asApplication()) {
        Sql.enterClinic(application, each.clinic());
        for (String row : List.of("clinic", "practitioner#staff", "account#staff")) {
          each.insert(application, row);
        }
        application.commit();
      }
    }
    trail = new SignInTrail(OneTransactionEach.of(database.application()));
  }

  private static SignInTry tried(String login, int waited) {
    return new SignInTry(login, "192.0.2.1", Duration.ZERO, Instant.EPOCH, Instant.EPOCH, waited);
  }

  private List<String> eventsOf(long number) throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, number);
      return Sql.texts(application, EVENTS);
    }
  }

  @Test
  void isSeenByTheClinicOfTheLoginAndByNoOther() throws SQLException {
    trail.failed(tried("staff1", 0));
    assertThat(eventsOf(1)).containsExactly("SIGN_IN_FAILED " + clinic.id(31));
    assertThat(eventsOf(2)).isEmpty();
  }

  @Test
  void tellsHowManyTriesHadToWaitBeforeIt() throws SQLException {
    trail.mustWait(tried("staff1", 1));
    trail.failed(tried("staff1", 17));
    assertThat(eventsOf(1))
        .containsExactly(
            "SIGN_IN_FAILED " + clinic.id(31) + " 17 tries before had to wait",
            "SIGN_IN_FAILED " + clinic.id(31) + " has to wait");
  }

  @Test
  void ofANameThatNobodyHasBelongsToNoClinic() throws SQLException {
    trail.failed(tried("nobody", 0));
    assertThat(eventsOf(1)).isEmpty();
    try (Connection sealer = database.asSealer()) {
      assertThat(Sql.texts(sealer, "select action || coalesce(clinic_id, 0) from audit.event"))
          .containsExactly("SIGN_IN_FAILED0");
    }
  }

  @Test
  void andASuccessfulOneNameTheAccount() throws SQLException {
    trail.signedIn(tried("staff1", 0));
    assertThat(eventsOf(1)).containsExactly("SIGN_IN " + clinic.id(31) + " " + clinic.id(30));
  }
}
