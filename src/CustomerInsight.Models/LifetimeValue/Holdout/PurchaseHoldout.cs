namespace CustomerInsight.Models;

/// <summary>Purchases cut in two at a moment: what a model may learn from, and what came after, which its forecasts are held against.</summary>
/// <remarks>
/// Both parts are summed up alike (days, refunds, currencies). What a customer did after the calibration's end changes nothing in the calibration.
/// <para>Source of the practice: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005, section 5.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class PurchaseHoldout
{
    private readonly HoldoutColumns _columns;
    private readonly RepeatPattern[] _patterns;
    private readonly int[]? _late;

    private PurchaseHoldout(PurchaseTable? calibration, RepeatPattern[] patterns, Duration length, HoldoutColumns columns, int[]? late, PurchaseTimeline? timeline, LaterCustomers later)
    {
        Calibration = calibration;
        _patterns = patterns;
        Length = length;
        _columns = columns;
        _late = late;
        Timeline = timeline;
        Later = later;
        Patterns = new ReadOnlyArray<RepeatPattern>(patterns);
        Purchases = Array.AsReadOnly(columns.PurchaseDays);
        Customers = calibration is null ? [] : new HoldoutRows(calibration.Customers, columns);
    }

    /// <summary>Gets what customers bought up to the calibration's end; null where only patterns were given.</summary>
    public PurchaseTable? Calibration { get; }

    /// <summary>Gets how long the time after the calibration's end is.</summary>
    public Duration Length { get; }

    /// <summary>Gets when each customer bought again up to the calibration's end.</summary>
    public IReadOnlyList<RepeatPattern> Patterns { get; }

    /// <summary>Gets on how many days each customer bought after the calibration's end, in the order of <see cref="Patterns"/>.</summary>
    public IReadOnlyList<int> Purchases { get; }

    /// <summary>Gets the customers in ordinal order; empty where only patterns were given. Each is made anew when it is asked for.</summary>
    public IReadOnlyList<HoldoutCustomer> Customers { get; }

    /// <summary>Gets the purchases by day; null where they are not known.</summary>
    public PurchaseTimeline? Timeline { get; }

    /// <summary>Gets the customers who first bought after the calibration's end. They are in no row.</summary>
    public LaterCustomers Later { get; }

    internal ReadOnlySpan<RepeatPattern> PatternSpan => _patterns;

    internal RepeatPattern[] PatternArray => _patterns;

    internal int[] PurchaseArray => _columns.PurchaseDays;

    internal decimal[]? Revenue => Calibration is null ? null : _columns.Revenue;

    /// <summary>The repeat purchases of each customer in the last time as long as the holdout; null where they are not known.</summary>
    internal int[]? Late => _late;

    /// <summary>Says how much there is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"{_patterns.Length:#,0} customers, {_columns.PurchaseDays.Sum(static days => (long)days):#,0} purchase days in the {Length} after the calibration");
}
