namespace CustomerInsight.Models;

/// <summary>What the options of a retention table say about a single activity.</summary>
internal sealed class RetentionPlan
{
    // By the number of a type plus one: the first place is for types that nobody asked for.
    private readonly bool[] _starts;
    private readonly bool[] _returns;
    private readonly bool _netRefunds;

    public RetentionPlan(RetentionOptions options, DateTimeOffset asOf, int currency)
    {
        ValueList<string> types = TypesOf(options);
        _starts = Asked(options.StartTypes, types);
        _returns = Asked(options.ReturnTypes, types);
        _netRefunds = options.NetRefunds;
        KeepZeroAmounts = options.KeepZeroAmounts;
        Currency = currency;
        Unbounded = options.Kind == RetentionKind.Unbounded;
        Definition = new RetentionDefinition(options.CohortBy, options.Period, options.Window, options.Kind, PeriodsOf(options));
        Columns = new RetentionColumns(options.Kind, Definition.Periods);
        Clock = new RetentionClock(options, asOf);
    }

    public RetentionDefinition Definition { get; }

    public RetentionColumns Columns { get; }

    public RetentionClock Clock { get; }

    public bool Unbounded { get; }

    public bool KeepZeroAmounts { get; }

    public int Currency { get; }

    /// <summary>The types of activity to tell apart.</summary>
    public static ValueList<string> TypesOf(RetentionOptions options) => ValueList.From(options.StartTypes.Concat(options.ReturnTypes).Distinct(StringComparer.Ordinal));

    public bool Starts(in ActivityMoment moment) => _starts[moment.Type + 1];

    public bool Returns(in ActivityMoment moment) => _returns[moment.Type + 1];

    /// <summary>Whether it is something that the customer did: money going back is not.</summary>
    public bool Happened(in ActivityMoment moment) => !moment.IsRefund && (KeepZeroAmounts || !moment.IsFree);

    public bool Pays(in ActivityMoment moment) =>
        moment.IsPurchase && moment.Currency >= 0 && moment.Currency == Currency && !moment.IsImplausible && (moment.IsRefund ? _netRefunds : Happened(in moment));

    private static ValueList<RetentionPeriod> PeriodsOf(RetentionOptions options) => options.Kind switch
    {
        RetentionKind.Bracket => options.Brackets,
        RetentionKind.Unbounded => ValueList.From(options.Offsets.Select(static offset => new RetentionPeriod(offset, null))),
        _ => ValueList.From(options.Offsets.Select(static offset => new RetentionPeriod(offset, offset))),
    };

    private static bool[] Asked(ValueList<string> asked, ValueList<string> types) =>
        [asked.Count == 0, .. types.Select(type => asked.Count == 0 || asked.Contains(type, StringComparer.Ordinal))];
}
