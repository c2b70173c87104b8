using System.Globalization;
using System.Text;

namespace CustomerInsight;

/// <summary>What a change of policy would do, in numbers.</summary>
/// <param name="Profiles">How many profiles were looked at.</param>
/// <param name="Changed">How many of them would change in a field or more.</param>
/// <param name="Fields">The fields that change, by name in ordinal order.</param>
public sealed record PolicyImpact(long Profiles, long Changed, ValueList<FieldImpact> Fields)
{
    /// <summary>Writes the numbers for a person; no value of a profile.</summary>
    /// <returns>A line in all, and a line for each field that changes.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Changed:#,0} of {Profiles:#,0} profiles would change");
        foreach (FieldImpact field in Fields)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{field.Field}: {field.Values:#,0} other values, {field.Winners:#,0} the same from another record, {field.Added:#,0} added, {field.Removed:#,0} removed");
        }

        return text.ToString();
    }
}
