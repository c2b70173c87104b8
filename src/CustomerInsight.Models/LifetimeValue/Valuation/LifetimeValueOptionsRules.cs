using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="LifetimeValueOptions"/>: durations, rates, and rules over two settings.</summary>
internal sealed class LifetimeValueOptionsRules : IValidateOptions<LifetimeValueOptions>
{
    private const double LongestYears = 100;

    public ValidateOptionsResult Validate(string? name, LifetimeValueOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        Duration horizon = options.Horizon;
        if (!Enum.IsDefined(horizon.Unit) || !(horizon.Length > 0) || (!horizon.IsForever && horizon.In(TimeUnit.Year) > LongestYears))
        {
            result.AddError($"A horizon of {horizon} cannot be counted on. Choose one above 0 and up to {LongestYears} years, or {nameof(Duration)}.{nameof(Duration.Forever)}.", nameof(options.Horizon));
        }

        if (horizon.IsForever && options.DiscountRate == DiscountRate.None)
        {
            result.AddError($"For ever and without {nameof(options.DiscountRate)} a value may have no end. Set a rate above 0, or a {nameof(options.Horizon)}.", nameof(options.DiscountRate));
        }

        if (options.DiscountRate.PerYear > 1)
        {
            result.AddError($"{options.DiscountRate} is more than 100 % a year. Check the period that the rate is for.", nameof(options.DiscountRate));
        }

        if (options.Purchases is { } purchases)
        {
            PurchaseModelOptionsRules.Check(purchases, result);
        }

        return result.Build();
    }
}
