using Xunit;

namespace CustomerInsight.TestSupport;

/// <summary>A test that reads the shared data; reported as skipped where that data is not there.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedData.Root is null)
        {
            Skip = $"Needs the shared data: set {SharedData.Variable} to the folder that holds data/ and reference/.";
        }
    }
}
