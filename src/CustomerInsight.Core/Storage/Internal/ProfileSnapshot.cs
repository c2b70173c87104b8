namespace CustomerInsight;

/// <summary>All profiles of a tenant at one version.</summary>
/// <param name="version">The version.</param>
/// <param name="profiles">The profiles by rising id. Never changed.</param>
internal sealed class ProfileSnapshot(long version, Profile[] profiles)
{
    public static ProfileSnapshot Empty { get; } = new(0, []);

    public long Version => version;

    public Profile[] Profiles => profiles;

    /// <summary>Finds a profile.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The profile, or null. Cost O(log n).</returns>
    public Profile? Find(ProfileId id)
    {
        int low = 0;
        int high = profiles.Length - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int order = profiles[middle].Id.CompareTo(id);
            if (order == 0)
            {
                return profiles[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
