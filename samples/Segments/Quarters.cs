using CustomerInsight;
using CustomerInsight.Models;

namespace SegmentsSample;

/// <summary>The customers a quarter ago, beside those of now.</summary>
internal static class Quarters
{
    private static readonly TimeSpan Quarter = TimeSpan.FromDays(91);

    /// <summary>The moment so many quarters before that of the run.</summary>
    public static DateTimeOffset Before(InsightRun run, int quarters = 1) => run.Lifecycle().AsOf!.Value - (quarters * Quarter);

    /// <summary>Who went from which segment to which within a quarter, both dates scored by the same thresholds; null where nobody could be scored.</summary>
    public static RfmMigration? Migration(InsightRun run) => run.Rfm().Fit.Model is { } model
        ? RfmMigration.Between(model.Score(PurchaseTable.From(run.Customers, Before(run))), run.Rfm())
        : null;
}
