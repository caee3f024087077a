package io.cloudcruise.sandbox;

/** What a scenario answers, written for one moment. */
interface Body {

  byte[] render(Moment moment);
}
