package org.pacegate.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pacegate.clinic.TestClinic.Person;
import org.pacegate.clinic.Wire.Answer;
import org.pacegate.domain.clinic.Role;

/** What the time of an answer tells somebody who guesses names. */
@Tag("quiet")
class SignInTimesIT {

  private static final String WRONG = "not the test sentence";

  private final TestClinic clinic = TestClinic.open();

  @AfterEach
  void forgetFailures() {
    TestClinic.forgetFailures();
  }

  @Test
  void r11_21_a_wrong_name_and_a_wrong_password_take_alike() {
    Person ana = clinic.person(Role.STAFF);
    List<Long> names = new ArrayList<>();
    List<Long> passwords = new ArrayList<>();
    for (int turn = 0; turn < 9; turn++) {
      names.add(timeOf("nobody." + turn));
      passwords.add(timeOf(ana.login()));
    }
    double ratio = median(names) / (double) median(passwords);
    assertThat(ratio).as("time of a wrong name to time of a wrong password").isBetween(0.6, 1.6);
  }

  private static long timeOf(String login) {
    TestClinic.forgetFailures();
    Wire wire = new Wire();
    Answer page = wire.get("/signin.xhtml");
    long start = System.nanoTime();
    wire.post(
        page, "signIn", Map.of("signIn:login", login, "signIn:password", WRONG, "signIn:go", "go"));
    return System.nanoTime() - start;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }
}
