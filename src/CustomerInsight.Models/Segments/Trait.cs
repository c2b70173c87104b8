namespace CustomerInsight.Models;

/// <summary>A trait by its name, to write questions about it in few words.</summary>
/// <param name="Name">The trait's exact name.</param>
/// <example><c>var orders = new Trait("orders"); SegmentCondition regulars = orders.AtLeast(3) &amp; !new Trait("country").Is("NL");</c></example>
public readonly record struct Trait(string Name)
{
    /// <summary>Asks whether the value equals another.</summary>
    /// <param name="value">A number, text, day or flag.</param>
    /// <returns>The condition.</returns>
    public TraitCondition Is(TraitValue value) => new(Name, TraitOperator.Is, [value]);

    /// <summary>Asks whether the value is known and differs from another.</summary>
    /// <param name="value">A number, text, day or flag.</param>
    /// <returns>The condition.</returns>
    public TraitCondition IsNot(TraitValue value) => new(Name, TraitOperator.IsNot, [value]);

    /// <summary>Asks whether the value equals one of several.</summary>
    /// <param name="values">Numbers, texts or days.</param>
    /// <returns>The condition.</returns>
    public TraitCondition IsOneOf(params ReadOnlySpan<TraitValue> values) => new(Name, TraitOperator.IsOneOf, ValueList.Create(values));

    /// <summary>Asks whether the value is known and differs from all of several.</summary>
    /// <param name="values">Numbers, texts or days.</param>
    /// <returns>The condition.</returns>
    public TraitCondition IsNoneOf(params ReadOnlySpan<TraitValue> values) => new(Name, TraitOperator.IsNoneOf, ValueList.Create(values));

    /// <summary>Asks whether the value is below a number or before a day.</summary>
    /// <param name="value">The number or day.</param>
    /// <returns>The condition.</returns>
    public TraitCondition LessThan(TraitValue value) => new(Name, TraitOperator.LessThan, [value]);

    /// <summary>Asks whether the value is not above a number or not after a day.</summary>
    /// <param name="value">The number or day.</param>
    /// <returns>The condition.</returns>
    public TraitCondition AtMost(TraitValue value) => new(Name, TraitOperator.AtMost, [value]);

    /// <summary>Asks whether the value is above a number or after a day.</summary>
    /// <param name="value">The number or day.</param>
    /// <returns>The condition.</returns>
    public TraitCondition MoreThan(TraitValue value) => new(Name, TraitOperator.MoreThan, [value]);

    /// <summary>Asks whether the value is not below a number or not before a day.</summary>
    /// <param name="value">The number or day.</param>
    /// <returns>The condition.</returns>
    public TraitCondition AtLeast(TraitValue value) => new(Name, TraitOperator.AtLeast, [value]);

    /// <summary>Asks whether the value lies between two others, both included.</summary>
    /// <param name="low">The lower number or earlier day.</param>
    /// <param name="high">The higher number or later day.</param>
    /// <returns>The condition.</returns>
    public TraitCondition Between(TraitValue low, TraitValue high) => new(Name, TraitOperator.Between, [low, high]);

    /// <summary>Asks whether a text occurs in the value.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The condition.</returns>
    public TraitCondition Contains(string text) => new(Name, TraitOperator.Contains, [text]);

    /// <summary>Asks whether the value begins with a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The condition.</returns>
    public TraitCondition StartsWith(string text) => new(Name, TraitOperator.StartsWith, [text]);

    /// <summary>Asks whether the value ends with a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The condition.</returns>
    public TraitCondition EndsWith(string text) => new(Name, TraitOperator.EndsWith, [text]);

    /// <summary>Asks whether the set holds at least one of several texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The condition.</returns>
    public TraitCondition HasAny(params ReadOnlySpan<string> texts) => new(Name, TraitOperator.HasAny, Values(texts));

    /// <summary>Asks whether the set holds all of several texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The condition.</returns>
    public TraitCondition HasAll(params ReadOnlySpan<string> texts) => new(Name, TraitOperator.HasAll, Values(texts));

    /// <summary>Asks whether the set is known and holds none of several texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The condition.</returns>
    public TraitCondition HasNone(params ReadOnlySpan<string> texts) => new(Name, TraitOperator.HasNone, Values(texts));

    /// <summary>Asks whether the day is at most so many days before the as-of day, and not after it.</summary>
    /// <param name="days">The days. At least 0.</param>
    /// <returns>The condition.</returns>
    public TraitCondition WithinLastDays(int days) => new(Name, TraitOperator.WithinLastDays, [days]);

    /// <summary>Asks whether the day is more than so many days before the as-of day.</summary>
    /// <param name="days">The days. At least 0.</param>
    /// <returns>The condition.</returns>
    public TraitCondition MoreThanDaysAgo(int days) => new(Name, TraitOperator.MoreThanDaysAgo, [days]);

    /// <summary>Asks whether the day is at most so many days after the as-of day, and not before it.</summary>
    /// <param name="days">The days. At least 0.</param>
    /// <returns>The condition.</returns>
    public TraitCondition WithinNextDays(int days) => new(Name, TraitOperator.WithinNextDays, [days]);

    /// <summary>Asks whether a yearly return of the day, the first a year after it, is the as-of day or at most so many days after it.</summary>
    /// <param name="days">The days. From 0 to 365.</param>
    /// <returns>The condition.</returns>
    public TraitCondition AnniversaryWithinNextDays(int days) => new(Name, TraitOperator.AnniversaryWithinNextDays, [days]);

    /// <summary>Asks whether there is no value.</summary>
    /// <returns>The condition.</returns>
    public TraitCondition IsMissing() => new(Name, TraitOperator.IsMissing);

    /// <summary>Asks whether there is a value.</summary>
    /// <returns>The condition.</returns>
    public TraitCondition IsKnown() => new(Name, TraitOperator.IsKnown);

    private static ValueList<TraitValue> Values(ReadOnlySpan<string> texts)
    {
        var values = new TraitValue[texts.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = texts[i];
        }

        return ValueList.Create<TraitValue>(values);
    }
}
