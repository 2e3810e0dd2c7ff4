package io.floorwalker.local;

import io.floorwalker.job.Job;
import java.util.ArrayList;
import java.util.List;

/** The pid files of several jobs in one process. */
final class JobClaims implements AutoCloseable {

  private final List<Job> jobs;
  private final List<JobClaim> claims = new ArrayList<>();

  private JobClaims(List<Job> jobs) {
    this.jobs = jobs;
  }

  /** Takes all of them or, when one is held by another process, none. */
  static JobClaims take(Stack stack, List<Job> jobs, Progress progress) {
    JobClaims claims = new JobClaims(jobs);
    try {
      jobs.forEach(job -> claims.claims.add(JobClaim.take(stack, job.name(), progress)));
    } catch (CommandFailure e) {
      claims.close();
      throw e;
    }
    return claims;
  }

  List<Job> jobs() {
    return jobs;
  }

  @Override
  public void close() {
    claims.forEach(JobClaim::close);
  }
}
