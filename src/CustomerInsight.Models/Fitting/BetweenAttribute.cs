using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A number must lie between two others, both allowed. The message names the value and the remedy.</summary>
/// <remarks>In the place of <see cref="RangeAttribute"/>, for which the options generator writes code that depends on the current culture.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BetweenAttribute(double minimum, double maximum) : ValidationAttribute
{
    public double Minimum { get; } = minimum;

    public double Maximum { get; } = maximum;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number >= Minimum && number <= Maximum
            ? ValidationResult.Success
            : new ValidationResult(FormattableString.Invariant($"{validationContext.DisplayName} is {number}; set it to a number from {Minimum:#,0.##} to {Maximum:#,0.##}."));
    }
}
