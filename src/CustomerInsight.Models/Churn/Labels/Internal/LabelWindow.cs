namespace CustomerInsight.Models;

/// <summary>The window after a cut-off.</summary>
internal readonly record struct LabelWindow(DateTimeOffset CutOff, DateTimeOffset Start, DateTimeOffset End, bool IsObserved)
{
    public long CutOffTicks => CutOff.UtcTicks;

    public static LabelWindow Of(DateTimeOffset cutOff, int gapDays, int horizonDays, DateTimeOffset observedUntil)
    {
        if ((DateTimeOffset.MaxValue - cutOff).TotalDays <= gapDays + horizonDays)
        {
            throw new ArgumentOutOfRangeException(nameof(cutOff), "The window after a cut-off ends after the end of the calendar. Give an earlier cut-off.");
        }

        DateTimeOffset end = cutOff.AddDays(gapDays + horizonDays);
        return new LabelWindow(cutOff, cutOff.AddDays(gapDays), end, observedUntil >= end);
    }

    public bool Has(long ticks) => ticks > Start.UtcTicks && ticks <= End.UtcTicks;
}
