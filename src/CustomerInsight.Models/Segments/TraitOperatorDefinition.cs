namespace CustomerInsight.Models;

/// <summary>What a host's editor of conditions has to know of an operator.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Name">Its name in JSON, such as <c>atLeast</c>.</param>
/// <param name="Kinds">The kinds of trait that can be asked so.</param>
/// <param name="LeastOperands">How many operands it needs: 0, 1 or 2.</param>
/// <param name="MostOperands">How many it can have; <see cref="int.MaxValue"/> for a list.</param>
/// <param name="OperandKind">The kind of each operand; null where it is the kind of the trait.</param>
/// <param name="Wording">How a sentence goes on after the trait's name, such as <c>is at least</c>.</param>
public sealed record TraitOperatorDefinition(
    TraitOperator Operator,
    string Name,
    ValueList<TraitKind> Kinds,
    int LeastOperands,
    int MostOperands,
    TraitKind? OperandKind,
    string Wording)
{
    /// <summary>Gets a value indicating whether the operator takes a list of any length.</summary>
    public bool TakesList => MostOperands == int.MaxValue;

    /// <summary>Gets a value indicating whether the operand is a number of days counted from the as-of day.</summary>
    public bool CountsDays => OperandKind == TraitKind.Number;

    /// <summary>Gets a value indicating whether it compares texts, so that upper and lower case can be made not to matter.</summary>
    public bool ComparesTexts => MostOperands > 0 && (Kinds.Contains(TraitKind.Text) || Kinds.Contains(TraitKind.Texts));
}
