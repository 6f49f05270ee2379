package org.pacegate.service.demonstration;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.intake.Progress;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Occasion;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ScreeningFacts;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.demonstration.Staff.Member;
import org.pacegate.service.intake.ConsentText;

/** The history of one clinic: runner by runner, then what was found out later. */
final class History {

  /** Minutes between the link and its answers. */
  private static final int HALF_AN_HOUR = 30;

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
    practice.script().received().forEach(this::received);
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
    Attribution by = minutesAgo(script, 0);
    Intake intake = begun(script, by);
    intake.save(IntakeStep.valueOf(script.getString("step")), by);
    ledger.add(intake);
    ledger.type(intake.id(), told(script), by);
  }

  /** Somebody who was given a link and has answered everything; nobody has looked at it yet. */
  private void received(JsonObject script) {
    Attribution given = minutesAgo(script, HALF_AN_HOUR);
    Attribution sent = minutesAgo(script, 0);
    Intake intake = begun(script, given);
    intake.save(IntakeStep.CONSENT, sent);
    ledger.add(intake);
    LocalDate onset = practice.today().minusDays(script.getInt("onsetDaysAgo"));
    ConsentText text = practice.consents().current(Language.valueOf(script.getString("language")));
    Map<String, String> answers = told(script);
    answers.put("complaint.onsetDate", onset.toString());
    put(answers, "complaint.onsetKind", script, "onsetKind");
    put(answers, "running.kmPerWeek", script, "kmPerWeek");
    answers.put("consent.given", text.id());
    answers.put("consent.signed", text.id());
    answers.put(
        "consent.signature", script.getString("givenName") + " " + script.getString("familyName"));
    Answers facts =
        ScreeningFacts.on(practice.today(), Occasion.INTAKE)
            .bornOn(LocalDate.parse(script.getString("birthDate")))
            .ofSex(script.getString("sex"))
            .withOnset(onset)
            .asAnswers();
    RandomGenerator random = new SplittableRandom(SEED);
    Replies.HARMLESS
        .to(
            practice.rules(BodySite.valueOf(script.getString("site"))),
            facts,
            Map.of(),
            practice.today(),
            random)
        .forEach((linkId, answer) -> answers.put("answer." + linkId, answer));
    ledger.answer(intake.id(), answers, sent.at(), Door.LINK);
    intake.reached(new Progress(Door.LINK, answers.size(), answers.size()));
    // Once it is sent, its answers stay as they are.
    ledger.flush();
    intake.receive(Door.LINK, new UUID(random.nextLong(), random.nextLong()), sent);
  }

  private Attribution minutesAgo(JsonObject script, int before) {
    return practice.by(
        practice.staff().holding(Role.STAFF).get(0),
        practice.now().minus(Duration.ofMinutes(script.getInt("minutesAgo") + before)));
  }

  private Intake begun(JsonObject script, Attribution by) {
    RuleSet first = practice.firstRules();
    Intake intake = Intake.start(first.id(), first.version(), by);
    if (script.containsKey("site")) {
      RuleSet rules = practice.rules(BodySite.valueOf(script.getString("site")));
      intake.askBy(rules.id(), rules.version());
    }
    return intake;
  }

  private static Map<String, String> told(JsonObject script) {
    Map<String, String> typed = new HashMap<>();
    for (String field :
        List.of("givenName", "familyName", "birthDate", "sex", "language", "phone")) {
      put(typed, "person." + field, script, field);
    }
    put(typed, "complaint.words", script, "words");
    put(typed, "complaint.bodySite", script, "site");
    put(typed, "complaint.side", script, "side");
    return typed;
  }

  private static void put(Map<String, String> typed, String field, JsonObject script, String name) {
    if (script.containsKey(name)) {
      typed.put(field, script.getString(name));
    }
  }
}
