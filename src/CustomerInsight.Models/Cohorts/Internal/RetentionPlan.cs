namespace CustomerInsight.Models;

/// <summary>What the options of a retention table say about a single activity.</summary>
internal sealed class RetentionPlan
{
    // By the number of a type plus one: the first place is for types that nobody asked for.
    private readonly bool[] _starts;
    private readonly bool[] _returns;
    private readonly bool _netRefunds;

    // By currency: what one unit is worth in that of the revenue; 0 where nobody knows.
    private readonly decimal[] _rates;

    public RetentionPlan(RetentionOptions options, DateTimeOffset asOf, IReadOnlyList<string> currencies, int currency)
    {
        ValueList<string> types = TypesOf(options);
        _starts = Asked(options.StartTypes, types);
        _returns = Asked(options.ReturnTypes, types);
        _netRefunds = options.NetRefunds;
        KeepZeroAmounts = options.KeepZeroAmounts ?? false;
        Currency = currency;
        _rates = [.. currencies.Select((code, place) => place == currency ? 1 : options.Rates?.TryGetValue(code, out decimal rate) == true ? rate : 0)];
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

    /// <summary>Whether its money can be said in the currency of the revenue.</summary>
    public bool IsWorth(in ActivityMoment moment) => moment.Currency >= 0 && _rates[moment.Currency] != 0;

    /// <summary>Whether it is another currency than that of the revenue, with a rate.</summary>
    public bool IsConverted(int currency) => currency != Currency && _rates[currency] != 0;

    /// <summary>Whether no amount can be that large, as given or converted.</summary>
    public bool IsImplausible(in ActivityMoment moment) => !Amounts.IsPlausible(moment.Amount) || !Amounts.IsPlausible(AmountOf(in moment));

    /// <summary>Whether its money belongs into the revenue.</summary>
    public bool Pays(in ActivityMoment moment) =>
        moment.IsPurchase && IsWorth(in moment) && !IsImplausible(in moment) && (moment.IsRefund ? _netRefunds : Happened(in moment));

    /// <summary>Its money in the currency of the revenue.</summary>
    public decimal AmountOf(in ActivityMoment moment) => moment.Currency == Currency ? moment.Amount : moment.Amount * _rates[moment.Currency];

    private static ValueList<RetentionPeriod> PeriodsOf(RetentionOptions options) => options.Kind switch
    {
        RetentionKind.Bracket => options.Brackets,
        RetentionKind.Unbounded => ValueList.From(options.Offsets.Select(static offset => new RetentionPeriod(offset, null))),
        _ => ValueList.From(options.Offsets.Select(static offset => new RetentionPeriod(offset, offset))),
    };

    private static bool[] Asked(ValueList<string> asked, ValueList<string> types) =>
        [asked.Count == 0, .. types.Select(type => asked.Count == 0 || asked.Contains(type, StringComparer.Ordinal))];
}
