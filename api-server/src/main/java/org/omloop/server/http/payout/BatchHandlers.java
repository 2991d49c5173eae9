package org.omloop.server.http.payout;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.server.bank.BankDays;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Reading;
import org.omloop.server.payouts.Batch;
import org.omloop.server.payouts.BatchId;
import org.omloop.server.payouts.BatchStore;
import org.omloop.server.payouts.Draft;
import org.omloop.server.payouts.OpenLines;
import org.omloop.server.payouts.Payees;
import org.omloop.server.payouts.SignedDecision;
import org.omloop.server.payouts.SignedDraft;
import org.omloop.server.payouts.Step;

/**
 * Batches of payouts: one person drafts, another approves exactly these bytes, then the file may be fetched. Whether the
 * bank paid is not decided here. Thread-safe.
 */
public final class BatchHandlers {
  private static final int CREATED = 201;
  private static final int SHOWN = 50;

  private final BatchStore batches;
  private final CaseReading reading;
  private final Signers signers;

  /**
   * Makes the handlers.
   *
   * @param signers who may sign, and what the file is made of beside the payouts
   */
  public BatchHandlers(
      Vertx vertx,
      JournalView view,
      BatchStore batches,
      Payees payees,
      OpenLines lines,
      Signers signers) {
    this.batches = batches;
    this.reading = new CaseReading(vertx, view, batches, payees, lines);
    this.signers = signers;
  }

  /** {@code GET /v1/payout-batches}. */
  public void list(RoutingContext context) {
    Reading.of("batches of payouts", batches.latest(SHOWN))
        .onSuccess(all -> {
          JsonArray list = new JsonArray();
          all.forEach(each -> list.add(PayoutJson.of(each)));
          context.json(new JsonObject().put("batches", list));
        })
        .onFailure(context::fail);
  }

  /** {@code GET /v1/payout-batches/{batch}}. */
  public void batch(RoutingContext context) {
    found(asked(context)).onSuccess(it -> answer(it, context)).onFailure(context::fail);
  }

  private static BatchId asked(RoutingContext context) {
    return BatchId.parse(Parameters.of(context).text("batch"));
  }

  private Future<BatchFile> found(BatchId id) {
    return Reading.of("batches of payouts", batches.find(id))
        .map(batch -> batch.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .compose(batch ->
            reading.of(batch.draft().redemptions()).map(cases -> new BatchFile(batch, cases)));
  }

  private void answer(BatchFile it, RoutingContext context) {
    context.json(PayoutJson.of(it, signers.maySign(it.batch(), Caller.find(context))));
  }

  /** {@code POST /v1/payout-batches}. */
  public void draft(RoutingContext context) {
    BodyReader.read(context)
        .map(body -> signers.drafted(text(body)))
        .compose(this::keep)
        .compose(this::found)
        .onSuccess(it -> {
          context
              .response()
              .setStatusCode(CREATED)
              .putHeader(
                  HttpHeaders.LOCATION,
                  "/v1/payout-batches/" + it.batch().draft().batch());
          answer(it, context);
        })
        .onFailure(context::fail);
  }

  private static String text(Buffer body) {
    return body.toString(StandardCharsets.US_ASCII);
  }

  /** The same draft again is answered as before, whatever became of it since. */
  private Future<BatchId> keep(SignedDraft said) {
    return Reading.of("batches of payouts", batches.find(said.batch())).compose(known -> {
      if (known.isPresent()) {
        return sameWords(known.get(), said);
      }
      Draft draft = signers.draft(said);
      return reading.of(draft.redemptions()).compose(cases -> {
        BatchFile file = new BatchFile(new Batch(draft, List.of()), cases);
        if (!file.isAllWaiting() || cases.stream().anyMatch(each -> each.batch().isPresent())) {
          throw Problem.of(ProblemType.PAYOUT_TAKEN);
        }
        if (file.file().isEmpty()) {
          throw Problem.of(ProblemType.PAYEE_UNKNOWN);
        }
        return Reading.of("batches of payouts", batches.draft(draft))
            .map(outcome -> switch (outcome) {
              case KEPT -> draft.batch();
              case TAKEN -> throw Problem.of(ProblemType.PAYOUT_TAKEN);
              case OTHER_WORDS -> throw Problem.of(ProblemType.BATCH_CONFLICT);
            });
      });
    });
  }

  private static Future<BatchId> sameWords(Batch known, SignedDraft said) {
    if (!known.draft().signed().equals(said.signed().text())) {
      throw Problem.of(ProblemType.BATCH_CONFLICT);
    }
    return Future.succeededFuture(said.batch());
  }

  /** {@code POST /v1/payout-batches/{batch}/decisions}. */
  public void decide(RoutingContext context) {
    BatchId asked = asked(context);
    BodyReader.read(context)
        .map(body -> signers.decided(text(body), asked))
        .compose(said -> found(asked).compose(it -> decide(it, said)))
        .onSuccess(it -> answer(it, context))
        .onFailure(context::fail);
  }

  private Future<BatchFile> decide(BatchFile it, SignedDecision said) {
    if (it.batch().steps().stream()
        .anyMatch(each -> each.signed().equals(said.signed().text()))) {
      return Future.succeededFuture(it); // the same words again
    }
    if (!isOpenTo(said.kind(), it.batch().state())) {
      throw Problem.of(ProblemType.BATCH_DECIDED);
    }
    if (said.kind() == Step.Kind.APPROVED) {
      mayBeApproved(it, said);
    }
    return add(
        it,
        new Step(
            said.kind(),
            said.signed().key(),
            signers.now(),
            said.sha256(),
            said.reason(),
            said.signed().text()));
  }

  /** Until the file was handed out, anybody of the office may stop it. */
  private static boolean isOpenTo(Step.Kind decision, Batch.State state) {
    return state == Batch.State.DRAFTED
        || (state == Batch.State.APPROVED && decision == Step.Kind.SENT_BACK);
  }

  private void mayBeApproved(BatchFile it, SignedDecision said) {
    if (!signers.areTwoPeople(it.batch(), said.signed().key())) {
      throw Problem.of(ProblemType.SECOND_PERSON_NEEDED);
    }
    Optional<String> sha256 = it.file().map(file -> file.sha256());
    if (!it.isAllWaiting() || !sha256.equals(Optional.of(said.sha256()))) {
      throw Problem.of(ProblemType.BATCH_CHANGED);
    }
    requireInTime(it);
  }

  /** A bank refuses a day that is over, or takes another. */
  private void requireInTime(BatchFile it) {
    LocalDate today = LocalDate.ofInstant(signers.now(), BankDays.ZONE);
    if (it.batch().draft().executionDate().isBefore(today)) {
      throw Problem.of(ProblemType.BATCH_TOO_LATE);
    }
  }

  private Future<BatchFile> add(BatchFile it, Step step) {
    BatchId id = it.batch().draft().batch();
    return Reading.of("batches of payouts", batches.add(id, it.batch().steps().size(), step))
        .compose(isAdded -> {
          if (!isAdded) {
            throw Problem.of(ProblemType.BATCH_DECIDED);
          }
          return found(id);
        });
  }

  /** {@code POST /v1/payout-batches/{batch}/exports}. */
  public void export(RoutingContext context) {
    EnrolledKey by = Caller.of(context).key();
    found(asked(context))
        .compose(it -> export(it, by))
        .onSuccess(it -> answer(it, context))
        .onFailure(context::fail);
  }

  private Future<BatchFile> export(BatchFile it, EnrolledKey by) {
    return switch (it.batch().state()) {
      case EXPORTED -> Future.succeededFuture(it);
      case DRAFTED, SENT_BACK -> throw Problem.of(ProblemType.BATCH_NOT_APPROVED);
      case APPROVED -> {
        if (it.approved().isEmpty() || !it.isAllWaiting()) {
          throw Problem.of(ProblemType.BATCH_CHANGED);
        }
        requireInTime(it);
        yield add(
            it,
            new Step(
                Step.Kind.EXPORTED, by.id(), signers.now(), it.approved().get().sha256(), "", ""));
      }
    };
  }

  /** {@code GET /v1/payout-batches/{batch}/file}. */
  public void file(RoutingContext context) {
    BatchId asked = asked(context);
    found(asked)
        .map(BatchHandlers::fileOf)
        .onSuccess(bytes -> context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/xml")
            .putHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + asked + ".xml\"")
            .end(Buffer.buffer(bytes)))
        .onFailure(context::fail);
  }

  private static byte[] fileOf(BatchFile it) {
    if (it.batch().state() != Batch.State.EXPORTED) {
      throw Problem.of(ProblemType.BATCH_NOT_APPROVED);
    }
    if (it.isAnyGivenBack()) {
      throw Problem.of(ProblemType.BATCH_GIVEN_BACK);
    }
    return it.approved()
        .orElseThrow(() -> Problem.of(ProblemType.BATCH_CHANGED))
        .bytes();
  }
}
