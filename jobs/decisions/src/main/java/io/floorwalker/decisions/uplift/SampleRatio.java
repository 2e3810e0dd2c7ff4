package io.floorwalker.decisions.uplift;

/**
 * Whether as many units are held out as were to be. Where they are not, units got lost on one side,
 * and nothing that is estimated means anything. A Bayes factor against the share that was meant; it
 * may be looked at after every unit (Lindon, Malek: Anytime-valid inference for multinomial count
 * data).
 */
final class SampleRatio {
  /** In one of so many experiments that are as they should be it says that one is not. */
  static final double FALSE_ALARM_IN = 1000;

  /** So many units' worth of belief in the share that was meant. */
  private static final double BELIEF = 100;

  private final double heldOutShare;
  private double treated;
  private double heldOut;
  private double logFactor;
  private boolean broken;

  SampleRatio(double heldOutShare) {
    this.heldOutShare = heldOutShare;
    this.heldOut = BELIEF * heldOutShare;
    this.treated = BELIEF - heldOut;
  }

  void add(Unit.Arm arm) {
    double all = treated + heldOut;
    switch (arm) {
      case TREATED -> {
        logFactor += StrictMath.log(treated / all / (1 - heldOutShare));
        treated++;
      }
      case HELD_OUT -> {
        logFactor += StrictMath.log(heldOut / all / heldOutShare);
        heldOut++;
      }
    }
    broken |= logFactor > StrictMath.log(FALSE_ALARM_IN);
  }

  /** Once it is, it stays so. */
  boolean isBroken() {
    return broken;
  }
}
