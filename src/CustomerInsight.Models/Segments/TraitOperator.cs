namespace CustomerInsight.Models;

/// <summary>What can be asked of a trait. Of a missing value every question but <see cref="IsMissing"/> is answered with no.</summary>
public enum TraitOperator
{
    /// <summary>The value equals the operand. Numbers, texts, days, flags.</summary>
    Is,

    /// <summary>The value is known and differs from the operand. Numbers, texts, days, flags.</summary>
    IsNot,

    /// <summary>The value equals one of the operands. Numbers, texts, days.</summary>
    IsOneOf,

    /// <summary>The value is known and differs from every operand. Numbers, texts, days.</summary>
    IsNoneOf,

    /// <summary>The value is below the operand, or before that day. Numbers, days.</summary>
    LessThan,

    /// <summary>The value is not above the operand, or not after that day. Numbers, days.</summary>
    AtMost,

    /// <summary>The value is above the operand, or after that day. Numbers, days.</summary>
    MoreThan,

    /// <summary>The value is not below the operand, or not before that day. Numbers, days.</summary>
    AtLeast,

    /// <summary>The value lies between two operands, both included. Numbers, days.</summary>
    Between,

    /// <summary>The operand occurs in the text.</summary>
    Contains,

    /// <summary>The text begins with the operand.</summary>
    StartsWith,

    /// <summary>The text ends with the operand.</summary>
    EndsWith,

    /// <summary>The set holds at least one of the operands.</summary>
    HasAny,

    /// <summary>The set holds every operand.</summary>
    HasAll,

    /// <summary>The set is known and holds none of the operands.</summary>
    HasNone,

    /// <summary>The day is at most so many days before the as-of day, and not after it.</summary>
    WithinLastDays,

    /// <summary>The day is more than so many days before the as-of day.</summary>
    MoreThanDaysAgo,

    /// <summary>The day is at most so many days after the as-of day, and not before it.</summary>
    WithinNextDays,

    /// <summary>A yearly return of the day (a birthday), the first a year after it, is the as-of day or at most so many days after it; that of 29 February is 28 February in other years.</summary>
    AnniversaryWithinNextDays,

    /// <summary>There is no value. Every kind.</summary>
    IsMissing,

    /// <summary>There is a value; the empty set is one. Every kind.</summary>
    IsKnown,
}
