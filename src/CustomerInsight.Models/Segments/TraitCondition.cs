using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A question about one trait.</summary>
/// <remarks><see cref="Trait"/> writes it in few words.</remarks>
public sealed record TraitCondition : SegmentCondition
{
    /// <summary>Makes a question.</summary>
    /// <param name="trait">The trait's name.</param>
    /// <param name="operator">What is asked.</param>
    /// <param name="operands">What the value is held against; as many and of the kind that <see cref="TraitOperators"/> says.</param>
    /// <remarks>
    /// Anything can be held, so that an editor can keep an unfinished question; <see cref="SegmentSet.Validate()"/> says what is wrong with it. A text of the form
    /// <c>2024-12-31</c> is kept as that day, as it would be read from JSON; it goes with traits of kind text all the same.
    /// </remarks>
    public TraitCondition(string trait, TraitOperator @operator, params ValueList<TraitValue> operands)
    {
        Trait = trait;
        Operator = @operator;
        Operands = ValueList.From(operands.Select(DayWhereItIsOne));
    }

    /// <summary>Gets the trait's name.</summary>
    public string Trait { get; }

    /// <summary>Gets what is asked.</summary>
    public TraitOperator Operator { get; }

    /// <summary>Gets what the value is held against.</summary>
    public ValueList<TraitValue> Operands { get; }

    /// <summary>Gets a value indicating whether upper and lower case are the same (ordinal, whatever the culture); for questions about texts.</summary>
    /// <value>False.</value>
    public bool IgnoreCase { get; init; }

    /// <inheritdoc/>
    public override string Describe()
    {
        TraitOperatorDefinition definition = TraitOperators.Of(Operator);
        string operands = string.Join(Operator == TraitOperator.Between ? " and " : ", ", Operands.Select(static operand => operand.Describe()));
        string days = !definition.CountsDays ? string.Empty : operands == "1" ? " day" : " days";
        return $"{Trait} {definition.Wording}{(operands.Length > 0 ? " " : string.Empty)}{operands}{days}";
    }

    /// <summary>The operand as a text, whatever it was taken for.</summary>
    internal static string TextOf(TraitValue operand) => operand.Kind == TraitKind.Date ? operand.Date.ToString(TraitValue.DateFormat, CultureInfo.InvariantCulture) : operand.Text;

    private static TraitValue DayWhereItIsOne(TraitValue operand) =>
        operand.Kind == TraitKind.Text && DateOnly.TryParseExact(operand.Text, TraitValue.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? TraitValue.Of(day) : operand;
}
