namespace CustomerInsight.Models.Tests;

/// <summary>Customers, conditions and sets drawn from a seed: few values of each trait, so that conditions meet them often.</summary>
internal sealed class DrawnSegments(ulong seed)
{
    public static readonly DateOnly AsOf = new(2024, 2, 27);

    public static readonly TraitSchema Schema = new(
    [
        new("orders", TraitKind.Number), new("revenue", TraitKind.Number), new("country", TraitKind.Text), new("email", TraitKind.Text),
        new("last", TraitKind.Date), new("born", TraitKind.Date), new("letter", TraitKind.Flag), new("tags", TraitKind.Texts),
    ]);

    private static readonly string[] Countries = ["NL", "nl", "BE", "B", "2024-02-27", "Ελ"];
    private static readonly string[] Tags = ["vip", "VIP", "b2b", "new", "2024-01-01"];
    private static readonly string[] Mails = ["a@x.example", "B@X.example", "@"];
    private static readonly DateOnly[] Births = [new(1980, 2, 29), new(1980, 2, 28), new(1980, 3, 1), new(1980, 2, 27), new(1980, 12, 31), new(1980, 1, 1), new(1, 1, 1), new(9999, 12, 31)];

    private readonly SeededRandom _random = new(seed);

    public TraitTable Table(int customers, bool asOf = true)
    {
        string[] names = [.. Enumerable.Range(0, customers).Select(i => $"c{i:D6}")];
        return TraitTable.Create(names, asOf ? AsOf : null, [.. Schema.Traits.Select(trait => Column(trait, customers))]);
    }

    /// <summary>Sound segments: each asks for earlier ones only, put in an order of their own.</summary>
    public SegmentSet Set(int segments)
    {
        var made = new List<SegmentDefinition>();
        for (int i = 0; i < segments; i++)
        {
            made.Add(new SegmentDefinition($"s{i}", Condition(3, [.. made.Select(segment => segment.Name)]), i % 2 == 0 ? string.Empty : "what \"for\" – ☂"));
        }

        return new SegmentSet([.. made.OrderBy(_ => _random.NextDouble())]);
    }

    public SegmentCondition Condition(int depth, IReadOnlyList<string> segments) => _random.Next(depth == 0 ? 3 : 8) switch
    {
        3 or 4 => new AllCondition([.. Conditions(_random.Next(4), depth, segments)]),
        5 or 6 => new AnyCondition([.. Conditions(1 + _random.Next(3), depth, segments)]),
        7 => new NotCondition(Condition(depth - 1, segments)),
        0 when segments.Count > 0 => new InSegmentCondition(Of(segments)),
        _ => Question(),
    };

    public TraitCondition Question()
    {
        TraitDefinition trait = Of(Schema.Traits);
        TraitOperatorDefinition asked = Of([.. TraitOperators.For(trait.Kind)]);
        int count = asked.TakesList ? 1 + _random.Next(6) : asked.MostOperands;
        TraitValue[] operands = [.. Enumerable.Range(0, count).Select(_ => asked.CountsDays ? TraitValue.Of((double)Of([0, 1, 2, 30, 365])) : Operand(trait))];
        if (asked.Operator == TraitOperator.Between && Order(operands[0]) > Order(operands[1]))
        {
            Array.Reverse(operands);
        }

        return new TraitCondition(trait.Name, asked.Operator, ValueList.Create<TraitValue>(operands))
        {
            IgnoreCase = asked.ComparesTexts && trait.Kind is TraitKind.Text or TraitKind.Texts && asked.MostOperands > 0 && _random.Next(3) == 0,
        };
    }

    private static double Order(TraitValue value) => value.Kind == TraitKind.Date ? value.Date.DayNumber : value.Number;

    private IEnumerable<SegmentCondition> Conditions(int count, int depth, IReadOnlyList<string> segments) => Enumerable.Range(0, count).Select(_ => Condition(depth - 1, segments));

    private TraitColumn Column(TraitDefinition trait, int count)
    {
        TraitValue?[] values = [.. Enumerable.Range(0, count).Select(_ => _random.Next(5) == 0 ? (TraitValue?)null : Value(trait))];
        return trait.Kind switch
        {
            TraitKind.Number => TraitColumn.Numbers(trait.Name, [.. values.Select(value => value?.Number ?? double.NaN)]),
            TraitKind.Text => TraitColumn.Texts(trait.Name, [.. values.Select(value => value?.Text)]),
            TraitKind.Date => TraitColumn.Dates(trait.Name, [.. values.Select(value => value?.Date)]),
            TraitKind.Flag => TraitColumn.Flags(trait.Name, [.. values.Select(value => value?.Flag)]),
            _ => TraitColumn.TextSets(trait.Name, [.. values.Select(value => value?.Texts as IEnumerable<string>)]),
        };
    }

    private TraitValue Value(TraitDefinition trait) => trait.Kind switch
    {
        TraitKind.Texts => TraitValue.OfTexts(Tags.Where(_ => _random.Next(3) == 0)),
        _ => Operand(trait),
    };

    private TraitValue Operand(TraitDefinition trait) => trait.Name switch
    {
        "orders" => _random.Next(6),
        "revenue" => Of([0d, 1e12, -5, 0.1 + 0.2, 0.3, double.MaxValue]),
        "country" => Of(Countries),
        "email" => Of(Mails),
        "last" => AsOf.AddDays(_random.Next(8) - 5),
        "born" => Of(Births),
        "letter" => _random.Next(2) == 0,
        _ => Of(Tags),
    };

    private T Of<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
