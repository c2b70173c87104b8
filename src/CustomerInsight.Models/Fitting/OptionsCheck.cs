using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>Checks options that did not come through a host, by the same rules.</summary>
internal static class OptionsCheck
{
    public static void ThrowIfInvalid<T>(T options, string parameterName, params ReadOnlySpan<IValidateOptions<T>> validators)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(options, parameterName);
        var failures = new List<string>();
        foreach (IValidateOptions<T> validator in validators)
        {
            ValidateOptionsResult result = validator.Validate(null, options);
            if (result.Failed)
            {
                failures.AddRange(result.Failures);
            }
        }

        if (failures.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', failures), parameterName);
        }
    }
}
