package org.pacegate.service.demonstration;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.demonstration.Staff.Member;

/** The history of one clinic: runner by runner, then what was found out later. */
final class History {

  /** Made of names and counts only, so that the same script always gives the same history. */
  private static final long SEED = 20_260_301;

  private static final Duration EARLIER_BY = Duration.ofDays(170);

  private final Practice practice;
  private final Ledger ledger;
  private final List<Course> courses = new ArrayList<>();

  History(Practice practice, Ledger ledger) {
    this.practice = practice;
    this.ledger = ledger;
  }

  /** Lets it happen; returns the number of runners. */
  int happen() {
    Runners runners = new Runners(practice.script(), practice.today());
    List<Story> stories = new ArrayList<>(practice.script().stories());
    Collections.shuffle(stories, new Random(SEED));
    if (stories.size() != runners.count()) {
      throw new IllegalStateException("stories and runners differ in number");
    }
    for (int line = 0; line < runners.count(); line++) {
      RandomGenerator random = new SplittableRandom(SEED + line);
      Person person = runners.person(line, stories.get(line), random);
      live(new Desk(practice, ledger, person, random), stories.get(line), random);
    }
    practice.script().drafts().forEach(this::draft);
    ledger.flush();
    findLapses();
    return runners.count();
  }

  private void live(Desk desk, Story story, RandomGenerator random) {
    if (random.nextInt(4) == 0) {
      Story earlier = Story.EARLIER.get(random.nextInt(Story.EARLIER.size()));
      tell(earlier, desk, practice.now().minus(EARLIER_BY), random);
    }
    tell(story, desk, practice.now(), random);
  }

  private void tell(Story story, Desk desk, Instant end, RandomGenerator random) {
    Diary diary = new Diary(end, practice.script().zone(), random);
    Course course = new Course(practice, desk, diary, random, story.subject());
    courses.add(course);
    story.steps().forEach(step -> step.happenTo(course));
  }

  /** Found later: what was signed before is checked as it stood then. */
  private void findLapses() {
    ledger.check();
    for (Member member : practice.staff().lapsing()) {
      Instant at = practice.now().minus(Duration.ofDays(member.colleague().lapseFoundDaysAgo()));
      Attribution found = practice.by(practice.staff().holding(Role.ADMIN).get(0), at);
      member.colleague().lapse(member.licence(), practice.today(), found);
      courses.forEach(course -> course.licenceLapsed(member.licence(), found));
    }
  }

  /** Somebody who stands at the desk or has called, not finished. */
  private void draft(JsonObject script) {
    Attribution by =
        practice.by(
            practice.staff().holding(Role.STAFF).get(0),
            practice.now().minus(Duration.ofMinutes(script.getInt("minutesAgo"))));
    RuleSet first = practice.firstRules();
    Intake intake = Intake.start(first.id(), first.version(), by);
    if (script.containsKey("site")) {
      RuleSet rules = practice.rules(BodySite.valueOf(script.getString("site")));
      intake.askBy(rules.id(), rules.version());
    }
    intake.save(IntakeStep.valueOf(script.getString("step")), by);
    ledger.add(intake);
    Map<String, String> typed = new HashMap<>();
    for (String field :
        List.of("givenName", "familyName", "birthDate", "sex", "language", "phone")) {
      put(typed, "person." + field, script, field);
    }
    put(typed, "complaint.words", script, "words");
    put(typed, "complaint.bodySite", script, "site");
    put(typed, "complaint.side", script, "side");
    ledger.type(intake.id(), typed, by);
  }

  private static void put(Map<String, String> typed, String field, JsonObject script, String name) {
    if (script.containsKey(name)) {
      typed.put(field, script.getString(name));
    }
  }
}
