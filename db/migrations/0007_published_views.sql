-- What lower capabilities let higher ones read in their own queries (docs/architecture.md, directions).

-- organization: an agency by number and name.
call list_window('agency_card', 'select organization_id, id, number, name, region_id, wilaya, active from agency where organization_id = app_org()');

-- identity: a colleague by name.
call list_window('colleague', 'select organization_id, id, name, function, agency_id, status, email, external_id from app_user where organization_id = app_org()');
