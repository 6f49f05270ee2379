package org.pacegate.service.demonstration;

import org.pacegate.service.demonstration.Course.Certainty;
import org.pacegate.service.demonstration.Diary.When;

/** One thing that happens in a course of care. */
@FunctionalInterface
interface Step {

  void happenTo(Course course);

  static Step byPhone(When when) {
    return course -> course.byPhone(when);
  }

  static Step intake(Replies replies, When when) {
    return course -> course.intake(replies, when);
  }

  static Step rescreen(Replies replies, When when) {
    return course -> course.rescreen(replies, when);
  }

  static Step acknowledge(When when) {
    return course -> course.acknowledge(when);
  }

  static Step clear(When when) {
    return course -> course.clear("clear", when);
  }

  static Step confirm(When when) {
    return course -> course.confirm(when);
  }

  static Step diagnose(When when) {
    return diagnose(Certainty.CONFIRMED, when);
  }

  static Step diagnose(Certainty certainty, When when) {
    return course -> course.diagnose(certainty, when);
  }

  static Step revise(When when) {
    return course -> course.revise(when);
  }

  static Step refute(When when) {
    return course -> course.refute(when);
  }

  static Step askInVain(When when) {
    return course -> course.askInVain(when);
  }

  static Step startPlan(When when) {
    return course -> course.startPlan(when);
  }

  static Step hold(When when) {
    return course -> course.hold(when);
  }

  static Step resume(When when) {
    return course -> course.resume(when);
  }

  static Step discharge(When when) {
    return course -> course.discharge(when);
  }

  static Step transfer(String reason, When when) {
    return course -> course.transfer(reason, when);
  }

  static Step closeLost(When when) {
    return course -> course.closeLost(when);
  }
}
