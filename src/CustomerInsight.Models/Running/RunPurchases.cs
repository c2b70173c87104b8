namespace CustomerInsight.Models;

/// <summary>How the purchases of a run were made, for the stages that follow it in what their own options leave open. Left by <see cref="PurchaseStage"/>.</summary>
/// <param name="Options">The options; not to be changed.</param>
internal sealed record RunPurchases(PurchaseOptions Options)
{
    /// <summary>Fills in what the options of a lifecycle leave open.</summary>
    public static void Complete(LifecycleOptions options, InsightContext context)
    {
        PurchaseOptions? run = context.Find<RunPurchases>()?.Options;
        options.TimeZone ??= run?.TimeZone;
        options.DayStartsAtHour ??= run?.DayStartsAtHour;
        options.KeepZeroAmounts ??= run?.KeepZeroAmounts;
        options.MaxDegreeOfParallelism = ThreadsOf(options.MaxDegreeOfParallelism, context);
    }

    /// <summary>Fills in what the options of a retention table leave open.</summary>
    public static void Complete(RetentionOptions options, InsightContext context)
    {
        PurchaseOptions? run = context.Find<RunPurchases>()?.Options;
        options.TimeZone ??= run?.TimeZone;
        options.DayStartsAtHour ??= run?.DayStartsAtHour;
        options.KeepZeroAmounts ??= run?.KeepZeroAmounts;
        options.Currency ??= context.Find<PurchaseTable>()?.Currency;

        // Rates say what other currencies are worth in the currency of the purchases, and in no other.
        options.Rates ??= run is not null && run.Currency == options.Currency ? run.Rates : null;
        options.MaxDegreeOfParallelism = ThreadsOf(options.MaxDegreeOfParallelism, context);
    }

    /// <summary>How many threads a stage may use: what its own options say, else what holds for the run.</summary>
    public static int ThreadsOf(int own, InsightContext context) => own > 0 ? own : context.Options.MaxDegreeOfParallelism;
}
